package dev.heed.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heed}. */
@Command(
        name = "heed",
        header = {"Heed finds code that swallows, forgets or misreports a cancellation.", ""},
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  heed scan src/main/java",
            "  heed scan maven:org.apache.kafka:kafka-clients:3.9.0",
            "  heed explain swallowed-interrupt",
            "  heed verify .",
            "",
            "\"heed COMMAND --help\" tells more."
        })
final class HeedCommand {

    @Option(
            names = {"-V", "--version"},
            description = "Show the version and exit.")
    private boolean isVersion;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    boolean isVersion() {
        return isVersion;
    }
}
