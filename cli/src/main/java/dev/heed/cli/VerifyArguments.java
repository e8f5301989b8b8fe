package dev.heed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed verify} that say what is run, and what becomes of it. */
final class VerifyArguments extends CodeArguments {

    @Option(
            names = "--findings",
            paramLabel = "FILE",
            description = "Check the findings of this SARIF log of an earlier scan instead of scanning.")
    private @Nullable String findings;

    @Option(
            names = "--scenario",
            paramLabel = "DIR",
            description = "For findings whose wait was not reached, write the beginning of a @CancellationTest there.")
    private @Nullable String scenario;

    @Option(
            names = "--testdata",
            paramLabel = "DIR",
            description = "Instead: run the examples of the rules, and show how each behaves. For Heed's own testdata.")
    private @Nullable String testdata;

    @Nullable
    String findings() {
        return findings;
    }

    @Nullable
    String scenario() {
        return scenario;
    }

    @Nullable
    String testdata() {
        return testdata;
    }
}
