package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;

/**
 * Writes what a scan finds in one format, as it comes: a report holds neither findings nor sources.
 *
 * <p>Called from one thread: {@link #begin} once, then findings and notifications, then {@link #end} once. A report does
 * not close the stream that it writes to.
 */
public interface Report extends AutoCloseable {

    void begin(ReportContext context) throws IOException;

    /** Findings come in {@link Finding#ORDER}. */
    void finding(Finding finding) throws IOException;

    /** Whether {@link #finding} is also to get what is not to be shown to people, for services that keep track of it. */
    default boolean takesSuppressed() {
        return false;
    }

    /** Notifications come as they happen; they are shown sorted, at the end. */
    void notification(Notification notification) throws IOException;

    /** Told behind the last finding if there is a baseline. */
    default void compared(BaselineTrend trend) throws IOException {}

    /**
     * Writes what belongs behind the last finding, and flushes.
     *
     * @param exitCode with which the process is going to end
     */
    void end(ScanSummary summary, int exitCode) throws IOException;

    /** Lets go of what a report without an end still holds. */
    @Override
    default void close() throws IOException {}
}
