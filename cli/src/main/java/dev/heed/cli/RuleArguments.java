package dev.heed.cli;

import dev.heed.FailOn;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} that say what is looked for, and what counts. */
final class RuleArguments {

    @Option(
            names = "--select",
            paramLabel = "RULE",
            split = ",",
            description = "Only these rules or families (swallowed, reraise, cleanup, diagnosis, propagation).")
    private List<String> selected = new ArrayList<>();

    @Option(names = "--ignore", paramLabel = "RULE", split = ",", description = "Not these rules or families.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "note",
            description = "The least level of a finding that makes the exit code 1: ${COMPLETION-CANDIDATES}. [note]")
    private FailOn failOn = FailOn.NOTE;

    @Option(names = "--exit-zero", description = "Findings do not change the exit code: short for --fail-on never.")
    private boolean isExitZero;

    List<String> selected() {
        return selected;
    }

    List<String> ignored() {
        return ignored;
    }

    FailOn failOn() {
        return isExitZero ? FailOn.NEVER : failOn;
    }
}
