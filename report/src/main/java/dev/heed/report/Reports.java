package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one scan. One that fails does not keep the others from being written; the failure is told at the end.
 *
 * <p>{@link #end} puts the files in place; {@link #close} without it leaves none.
 */
public final class Reports implements ScanListener, AutoCloseable {
    private final ReportContext context;
    private final List<Target> targets = new ArrayList<>();

    public Reports(ReportContext context) {
        this.context = context;
    }

    /** Adds a report to a stream, which is flushed but not closed. */
    public void add(ReportFormat format, OutputStream out, Charset charset) throws IOException {
        begin(new Target(format.to(out, charset), null), format.forPeople() ? context : context.forFile());
    }

    /**
     * Adds a report to a file.
     *
     * @throws ReportException if it cannot be written there
     */
    public void add(ReportFormat format, Path path) throws IOException {
        ReportFile file = ReportFile.open(path);
        begin(new Target(format.to(file.stream()), file), context.forFile());
    }

    private void begin(Target target, ReportContext itsContext) throws IOException {
        targets.add(target);
        target.report.begin(itsContext);
    }

    @Override
    public void onFinding(Finding finding) {
        targets.forEach(target -> target.write(report -> {
            if (!finding.isSuppressed() || report.takesSuppressed()) {
                report.finding(finding);
            }
        }));
    }

    @Override
    public void onNotification(Notification notification) {
        targets.forEach(target -> target.write(report -> report.notification(notification)));
    }

    /** Tells all reports what has become of the findings of a baseline, in front of their end. */
    public void compared(BaselineTrend trend) {
        targets.forEach(target -> target.write(report -> report.compared(trend)));
    }

    /**
     * Ends all reports and puts their files in place.
     *
     * @throws ReportException if a report could not be written; the others have been
     */
    public void end(ScanSummary summary, int exitCode) throws IOException {
        IOException first = null;
        for (Target target : targets) {
            target.write(report -> report.end(summary, exitCode));
            IOException failure = target.finish();
            if (first == null) {
                first = failure;
            } else if (failure != null) {
                first.addSuppressed(failure);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Gives up files that {@link #end} did not put in place. */
    @Override
    public void close() {
        targets.forEach(Target::close);
    }

    @FunctionalInterface
    private interface Action {
        void on(Report report) throws IOException;
    }

    private static final class Target {
        private final Report report;
        private final @Nullable ReportFile file;
        private @Nullable IOException failure;

        Target(Report report, @Nullable ReportFile file) {
            this.report = report;
            this.file = file;
        }

        void write(Action action) {
            if (failure != null) {
                return;
            }
            try {
                action.on(report);
            } catch (IOException e) {
                failure = e;
            }
        }

        void close() {
            write(Report::close);
            if (file != null) {
                file.close();
            }
        }

        @Nullable
        IOException finish() {
            if (file == null) {
                return failure == null
                        ? null
                        : new ReportException("Cannot write to standard output: " + failure.getMessage(), failure);
            }
            if (failure != null) {
                file.close();
                return file.failed(failure);
            }
            try {
                file.commit();
                return null;
            } catch (ReportException e) {
                file.close();
                return e;
            }
        }
    }
}
