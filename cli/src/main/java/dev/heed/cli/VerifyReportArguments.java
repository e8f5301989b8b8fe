package dev.heed.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed verify} that say how verdicts are shown. */
final class VerifyReportArguments implements ReportChoice {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = VerdictFormats.class,
            defaultValue = "text",
            description = "How verdicts are written: ${COMPLETION-CANDIDATES}. [text]")
    private String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write them to a file instead of standard output.")
    private @Nullable String output;

    @Option(
            names = "--report",
            paramLabel = "FORMAT:FILE",
            description = "Write one more report, such as sarif:verified.sarif or html:verified.html. Repeatable.")
    private List<String> reports = new ArrayList<>();

    @Option(names = "--statistics", description = "Show how long the runs for each finding took.")
    private boolean hasStatistics;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also tell what the scan could not resolve, and what it left out.")
    private boolean isVerbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Verdicts and errors only: no summary, no progress.")
    private boolean isQuiet;

    @Override
    public String format() {
        return format;
    }

    @Override
    public @Nullable String output() {
        return output;
    }

    @Override
    public List<String> reports() {
        return reports;
    }

    boolean hasStatistics() {
        return hasStatistics;
    }

    boolean isVerbose() {
        return isVerbose;
    }

    boolean isQuiet() {
        return isQuiet;
    }
}
