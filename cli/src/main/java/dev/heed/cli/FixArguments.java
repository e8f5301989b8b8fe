package dev.heed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed fix} that say what is fixed, and what becomes of it. */
final class FixArguments {

    @Option(
            names = "--diff",
            description =
                    "Print what would change as a unified diff, for git apply or patch -p1. Nothing is written. This is"
                            + " what happens without --write.")
    private boolean isDiff;

    @Option(names = "--write", description = "Write the fixed files.")
    private boolean isWrite;

    @Option(
            names = "--unsafe",
            description = "Also apply fixes that may change more than what becomes of a cancellation.")
    private boolean isUnsafe;

    @Option(
            names = "--since",
            paramLabel = "REV",
            description =
                    "Fix only findings in lines that have changed since REV of git, as heed scan --since tells them.")
    private @Nullable String since;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings that are known, written by heed baseline create: they stay as they are.")
    private @Nullable String baseline;

    @Option(
            names = "--verify",
            description = "Keep only fixes that are proved by running the code: the finding shows before the fix, what"
                    + " comes of it compiles, and nothing fails after it. This RUNS the code, as heed verify does.")
    private boolean isVerify;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print the diff and failures only.")
    private boolean isQuiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also name each fix that is applied, and each finding that has none.")
    private boolean isVerbose;

    boolean isDiff() {
        return isDiff;
    }

    boolean isWrite() {
        return isWrite;
    }

    boolean isUnsafe() {
        return isUnsafe;
    }

    @Nullable
    String since() {
        return since;
    }

    @Nullable
    String baseline() {
        return baseline;
    }

    boolean isVerify() {
        return isVerify;
    }

    boolean isQuiet() {
        return isQuiet;
    }

    boolean isVerbose() {
        return isVerbose;
    }
}
