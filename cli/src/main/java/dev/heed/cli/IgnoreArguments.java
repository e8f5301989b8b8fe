package dev.heed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} that write suppressions. */
final class IgnoreArguments {

    @Option(
            names = "--add-ignore",
            description =
                    "Write \"// heed: ignore[RULE] REASON\" into the sources for all that is found, and scan again.")
    private boolean isAddIgnore;

    @Option(names = "--reason", paramLabel = "TEXT", description = "What --add-ignore gives as the reason. [TODO]")
    private @Nullable String reason;

    boolean isAddIgnore() {
        return isAddIgnore;
    }

    /** Null if the user did not say. */
    @Nullable
    String reason() {
        return reason;
    }
}
