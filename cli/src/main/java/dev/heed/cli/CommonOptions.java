package dev.heed.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour: ${COMPLETION-CANDIDATES}. auto colours a terminal and heeds NO_COLOR. [auto]")
    private ColorMode color = ColorMode.AUTO;

    @Option(names = "--debug", description = "Show the stack traces of failures; for bug reports.")
    private boolean isDebug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean isHelp;

    ColorMode color() {
        return color;
    }

    boolean isDebug() {
        return isDebug;
    }
}
