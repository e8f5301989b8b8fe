package dev.heed.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} that say how findings are shown. */
final class ReportArguments implements ReportChoice {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            defaultValue = "text",
            description = "How findings are written: ${COMPLETION-CANDIDATES}. [text]")
    private String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write them to a file instead of standard output.")
    private @Nullable String output;

    @Option(
            names = "--report",
            paramLabel = "FORMAT:FILE",
            description = "Write one more report, such as sarif:heed.sarif or html:heed.html. Repeatable.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings that are known, written by heed baseline create: only new ones are told and count.")
    private @Nullable String baseline;

    @Option(
            names = "--since",
            paramLabel = "REV",
            description =
                    "Only findings in lines that have changed since REV of git, committed or not: their own line or one"
                            + " of their path. REV may be origin/main, a tag, HEAD~3.")
    private @Nullable String since;

    @Option(names = "--statistics", description = "Show how many findings each rule has, and what took how long.")
    private boolean hasStatistics;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also tell what could not be resolved, and what was left out.")
    private boolean isVerbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Findings and errors only: no summary, no progress.")
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

    @Nullable
    String baseline() {
        return baseline;
    }

    @Nullable
    String since() {
        return since;
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
