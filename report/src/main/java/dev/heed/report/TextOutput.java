package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Span;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the formats for people share: where they write, the notifications, the closing line. */
final class TextOutput {
    private final Writer writer;
    private final HeldNotifications notifications = new HeldNotifications();
    private final Map<Level, Integer> counts = new EnumMap<>(Level.class);
    private @Nullable ReportContext context;

    TextOutput(OutputStream stream, Charset charset) {
        // An encoder that replaces what the charset does not have keeps the columns of a line as they are.
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, charset));
    }

    void begin(ReportContext reportContext) {
        context = reportContext;
    }

    ReportContext context() {
        if (context == null) {
            throw new IllegalStateException("begin has not been called");
        }
        return context;
    }

    void count(Finding finding) {
        counts.merge(finding.level(), 1, Integer::sum);
    }

    void notification(Notification notification) {
        if (notification.kind() != Notification.Kind.INFO || context().verbosity() == ReportContext.Verbosity.VERBOSE) {
            notifications.add(notification);
        }
    }

    void write(CharSequence text) throws IOException {
        writer.append(text);
    }

    /** Notifications, the closing line, and with {@code VERBOSE} what the scan did. */
    void end(ScanSummary summary) throws IOException {
        boolean colour = context().colour();
        List<Notification> sorted = notifications.sorted();
        for (Notification notification : sorted) {
            Style style = notification.kind() == Notification.Kind.INFO ? Style.NOTE : Style.ERROR;
            writer.append(style.paint(colour, head(notification)))
                    .append(": ")
                    .append(place(notification))
                    .append(DisplayText.inline(notification.message()))
                    .append('\n');
        }
        if (notifications.left() > 0) {
            writer.append("and ").append(count(notifications.left(), "message")).append(" more\n");
        }
        if (!sorted.isEmpty()) {
            writer.append('\n');
        }
        if (context().verbosity() != ReportContext.Verbosity.QUIET) {
            writer.append(Style.STRONG.paint(colour, found(summary)))
                    .append(incomplete(sorted))
                    .append('\n');
        }
        if (context().verbosity() == ReportContext.Verbosity.VERBOSE) {
            writer.append(work(summary)).append('\n');
        }
        writer.flush();
    }

    private static String head(Notification notification) {
        return switch (notification.kind()) {
            case INFO -> "note";
            case INCOMPLETE -> "incomplete";
            case INTERNAL_ERROR -> "internal error";
        };
    }

    private static String place(Notification notification) {
        Span span = notification.span();
        String path = notification.path();
        if (path == null) {
            return "";
        }
        return DisplayText.inline(path) + (span == null ? "" : ":" + span.startLine() + ":" + span.startColumn())
                + ": ";
    }

    private String found(ScanSummary summary) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        String files = " in " + count(summary.files(), "file") + ".";
        if (total == 0) {
            return "Found nothing" + files + leftOut(summary);
        }
        List<String> levels = new ArrayList<>();
        for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
            Integer n = counts.get(level);
            if (n != null) {
                levels.add(count(n, level.id()));
            }
        }
        return "Found " + count(total, "finding") + " (" + String.join(", ", levels) + ")" + files + leftOut(summary);
    }

    static String leftOut(ScanSummary summary) {
        List<String> parts = new ArrayList<>();
        if (summary.suppressed() > 0) {
            parts.add(count(summary.suppressed(), "finding") + (summary.suppressed() == 1 ? " is" : " are")
                    + " suppressed in the sources");
        }
        if (summary.known() > 0) {
            parts.add(count(summary.known(), "finding") + (summary.known() == 1 ? " is" : " are") + " in the baseline");
        }
        return parts.isEmpty() ? "" : " " + String.join(", ", parts) + ".";
    }

    private static String incomplete(List<Notification> notifications) {
        List<Notification> grave = notifications.stream()
                .filter(n -> n.kind() != Notification.Kind.INFO)
                .toList();
        if (grave.isEmpty()) {
            return "";
        }
        long files = grave.stream()
                .map(Notification::path)
                .filter(p -> p != null)
                .distinct()
                .count();
        return files == 0
                ? " The scan is incomplete."
                : " The scan is incomplete: " + count(files, "input") + (files == 1 ? " was" : " were")
                        + " not fully analyzed.";
    }

    private static String work(ScanSummary summary) {
        String phases = summary.phases().entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT, "%s %.2f s", e.getKey(), e.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
        return "Analyzed " + count(summary.lines(), "line") + " and " + count(summary.functions(), "function")
                + (phases.isEmpty() ? "" : ": " + phases) + ".";
    }

    static String count(long n, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }
}
