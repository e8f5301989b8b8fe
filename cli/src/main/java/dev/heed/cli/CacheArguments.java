package dev.heed.cli;

import dev.heed.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

    /**
     * The directory that the user named, or null.
     *
     * @throws UserException if it is no path
     */
    @Nullable
    Path directory(Console console) throws UserException {
        return directory(directory, console);
    }

    static @Nullable Path directory(@Nullable String option, Console console) throws UserException {
        try {
            return option == null ? null : console.resolve(option);
        } catch (InvalidPathException e) {
            throw new UserException("--cache-dir: \"" + option + "\" is no path: " + e.getReason() + ".", e);
        }
    }
}
