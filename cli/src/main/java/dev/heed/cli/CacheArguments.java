package dev.heed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} for its cache. */
final class CacheArguments {

    @Option(names = "--no-cache", description = "Neither use nor keep results of earlier scans.")
    private boolean isOff;

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            description = "Where results are kept. [HEED_CACHE_DIR, or heed in XDG_CACHE_HOME or ~/.cache]")
    private @Nullable String directory;

    boolean isOff() {
        return isOff;
    }

    @Nullable
    String directory() {
        return directory;
    }
}
