package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.source.Span;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Tells findings in Maven's log, one line each: as errors if they fail the build, else as warnings. With {@code verbose} a
 * report with the code does it.
 */
final class LogListener implements ScanListener {
    private final Log log;
    private final FailOn failOn;
    private final boolean isVerbose;
    private int failing;

    /** Tells to a log; {@code failOn} is the least level that fails the build. */
    LogListener(Log log, FailOn failOn, boolean isVerbose) {
        this.log = log;
        this.failOn = failOn;
        this.isVerbose = isVerbose;
    }

    /** Tells what is not a finding. */
    static ScanListener ofNotifications(Log log) {
        LogListener listener = new LogListener(log, FailOn.NEVER, false);
        return new ScanListener() {
            @Override
            public void onFinding(Finding finding) {}

            @Override
            public void onNotification(Notification notification) {
                listener.onNotification(notification);
            }
        };
    }

    FailOn failOn() {
        return failOn;
    }

    /** How many findings fail the build. */
    int failing() {
        return failing;
    }

    @Override
    public void onFinding(Finding finding) {
        boolean fails = failOn.fails(finding.level());
        failing += fails ? 1 : 0;
        if (isVerbose) {
            return;
        }
        String line =
                place(finding.file().path(), finding.span()) + ": " + finding.message() + " [" + finding.rule() + "]";
        if (fails) {
            log.error(printable(line));
        } else {
            log.warn(printable(line));
        }
    }

    @Override
    public void onNotification(Notification notification) {
        String path = notification.path();
        String message = ParameterNames.in(notification.message());
        String line = path == null ? message : place(path, notification.span()) + ": " + message;
        if (notification.kind() == Notification.Kind.INFO) {
            log.debug(printable(line));
        } else if (!isVerbose) {
            log.warn(printable(line));
        }
        Throwable cause = notification.cause();
        if (cause != null) {
            log.debug(cause);
        }
    }

    private static String place(String path, @Nullable Span span) {
        return span == null ? path : path + ":" + span.startLine() + ":" + span.startColumn();
    }

    /** What is in sources must not steer the terminal. */
    static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> result.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c));
        return result.toString();
    }
}
