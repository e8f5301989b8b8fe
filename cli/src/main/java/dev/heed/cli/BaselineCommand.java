package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.UserException;
import dev.heed.report.Baseline;
import dev.heed.report.ReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heed baseline}. */
@Command(
        name = "baseline",
        header = "Keep findings that are known apart from those that are new.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  heed baseline create src/main/java            write down what there is",
            "  heed scan src/main/java --baseline heed-baseline.json",
            "  heed baseline update src/main/java            take out what is no longer there",
            "  heed baseline show"
        })
final class BaselineCommand {
    /** Where a baseline is if nobody says. */
    static final String DEFAULT_FILE = "heed-baseline.json";

    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    BaselineCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "show",
            header = "Show what a baseline knows: how many findings, by rule and by file.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n")
    int show(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            defaultValue = DEFAULT_FILE,
                            description = "The baseline. [" + DEFAULT_FILE + "]")
                    String file,
            @Mixin CommonOptions options)
            throws UserException, IOException {
        Baseline baseline = read(console.resolve(file));
        StringBuilder text = new StringBuilder();
        text.append(baseline.entries().size())
                .append(baseline.entries().size() == 1 ? " finding" : " findings")
                .append(" known.\n");
        append(text, count(baseline, true));
        append(text, count(baseline, false));
        Output.print(console, text.toString());
        return ExitCode.CLEAN;
    }

    private static Map<String, Long> count(Baseline baseline, boolean byRule) {
        return baseline.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> byRule ? entry.rule() : entry.file(), TreeMap::new, Collectors.counting()));
    }

    private static void append(StringBuilder text, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            text.append('\n');
        }
        counts.forEach((name, count) -> text.append(String.format("%6d  %s%n", count, Messages.printable(name))));
    }

    static Baseline read(Path file) throws UserException {
        try {
            return Baseline.read(file);
        } catch (ReportException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    static void write(Baseline baseline, Path file) throws UserException {
        try {
            baseline.write(file);
        } catch (ReportException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }
}
