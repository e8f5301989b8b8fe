package dev.heed.cli;

import dev.heed.UserException;
import dev.heed.config.Config;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} for its own working. */
final class RunArguments {

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work. [one for each processor]")
    private int threads;

    @Option(
            names = "--file-timeout",
            paramLabel = "SECONDS",
            description = "Give up a file that takes longer to read or to check; 0 for never. [60]")
    private @Nullable Integer fileTimeout;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. [heed.toml in this directory, or the nearest above it]")
    private @Nullable String config;

    @Option(names = "--isolated", description = "Use no configuration.")
    private boolean isIsolated;

    int threads() {
        return threads;
    }

    /** In seconds; 0 for no bound; null if the user did not say. */
    @Nullable
    Integer fileTimeout() {
        return fileTimeout;
    }

    /**
     * The configuration that counts.
     *
     * @throws UserException if it cannot be read or is wrong
     */
    Config config(Console console) throws UserException {
        if (isIsolated && config != null) {
            throw new UserException("--isolated and --config contradict each other; leave one out.");
        }
        return isIsolated
                ? Config.NONE
                : config != null ? Config.read(console.resolve(config)) : Config.nearest(console.workingDirectory());
    }
}
