package dev.heed;

import dev.heed.engine.fix.Fixer;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.report.RulePage;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Finds code that swallows, forgets or misreports a cancellation.
 *
 * <pre>{@code
 * ScanRequest request = ScanRequest.builder()
 *         .input("src/main/java")
 *         .report(ReportFormat.SARIF, Path.of("heed.sarif"))
 *         .listener(listener)
 *         .build();
 * ScanOutcome outcome = Heed.load().scan(request);
 * }</pre>
 *
 * <p>Thread-safe: several scans may run at once.
 */
public final class Heed {
    private final Parts parts;

    /** Heed of these parts. */
    public Heed(Parts parts) {
        this.parts = parts;
    }

    /**
     * Heed with all that it comes with.
     *
     * @throws IllegalStateException if this copy of it is broken
     */
    public static Heed load() {
        return new Heed(StandardParts.load());
    }

    /** The rules that there are, sorted. */
    public List<RuleDescriptor> rules() {
        return parts.rules().stream().map(Parts.Known::descriptor).toList();
    }

    /** Where the page of a rule can be read by everybody. */
    public static URI page(String rule) {
        return URI.create(RulePage.address(rule));
    }

    /**
     * Scans. Never throws for what a source holds: that becomes a notification, and the outcome is incomplete.
     *
     * @throws UserException if the request cannot be carried out, or a report not be written; the message is a sentence
     * @throws IOException if an archive that was read cannot be closed
     * @throws InterruptedException if the thread is interrupted; reports then hold what was found until then
     */
    public ScanOutcome scan(ScanRequest request) throws UserException, IOException, InterruptedException {
        return new ScanJob(parts, request).run();
    }

    /**
     * Writes, in memory, the comments that suppress what a scan finds. Reports of the request are not written.
     *
     * @param reason what the comments say behind the names of the rules; one line without a backslash and u, may be empty
     * @throws UserException if the request cannot be carried out, or if something is found in a file that is not on disk
     * @throws IOException if a file cannot be read any more
     * @throws InterruptedException if the thread is interrupted
     */
    public IgnoreOutcome ignore(ScanRequest request, String reason)
            throws UserException, IOException, InterruptedException {
        if (reason.contains("\\u") || reason.chars().anyMatch(Character::isISOControl)) {
            throw new UserException("The reason must be one line, without \\u: it becomes a comment in the source.");
        }
        return new IgnoreJob(parts, request).run(reason.strip());
    }

    /**
     * Finds what can be fixed, and fixes it in memory. Reports of the request are not written, nor is the cache used. Never
     * throws for what a source holds.
     *
     * @throws UserException if the request cannot be carried out; the message is a sentence
     * @throws IOException if an archive that was read cannot be closed
     * @throws InterruptedException if the thread is interrupted; nothing has been changed then
     */
    public FixOutcome fix(ScanRequest request, Fixer.Settings settings)
            throws UserException, IOException, InterruptedException {
        return new ScanJob(parts, request).fix(settings);
    }
}
