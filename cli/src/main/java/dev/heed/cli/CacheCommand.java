package dev.heed.cli;

import dev.heed.CacheLocation;
import dev.heed.ExitCode;
import dev.heed.UserException;
import dev.heed.engine.cache.CacheStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heed cache}. */
@Command(
        name = "cache",
        header = "Look at the results that earlier scans have kept, or delete them.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class CacheCommand {
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    CacheCommand(Console console) {
        this.console = console;
    }

    /** The option that says which cache. */
    static final class Which {
        @Option(
                names = "--cache-dir",
                paramLabel = "DIR",
                description = "Where it is. [HEED_CACHE_DIR, or heed in XDG_CACHE_HOME or ~/.cache]")
        private @Nullable String directory;
    }

    @Command(
            name = "info",
            header = "Show where the cache is, how large, and how old.",
            optionListHeading = "%nOptions:%n")
    int info(@Mixin Which which, @Mixin CommonOptions options) throws UserException, IOException {
        CacheStore store = store(which);
        CacheStore.Info info = store.info();
        Instant oldest = info.oldest();
        Output.print(
                console,
                "directory  " + store.directory() + "\n"
                        + "scans      " + info.scans() + "\n"
                        + "states     " + info.states() + "\n"
                        + "libraries  " + info.hashes() + "\n"
                        + "size       " + size(info.bytes()) + " of at most " + size(info.limit()) + "\n"
                        + "oldest     " + (oldest == null ? "-" : age(oldest)) + "\n");
        return ExitCode.CLEAN;
    }

    @Command(name = "clean", header = "Delete all results that are kept.", optionListHeading = "%nOptions:%n")
    int clean(@Mixin Which which, @Mixin CommonOptions options) throws UserException, IOException {
        CacheStore store = store(which);
        CacheStore.Cleared cleared = store.clear();
        Output.print(
                console,
                "Removed " + cleared.files() + (cleared.files() == 1 ? " file" : " files") + " ("
                        + size(cleared.bytes()) + ") from " + store.directory() + ".\n");
        return ExitCode.CLEAN;
    }

    private CacheStore store(Which which) throws UserException {
        CacheStore store = CacheLocation.find(
                CacheArguments.directory(which.directory, console), console.environment(), console.workingDirectory());
        if (store == null) {
            throw new UserException("There is no home directory to keep a cache in; name one with --cache-dir.");
        }
        return store;
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? (bytes + 1023) / 1024 + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }

    private static String age(Instant used) {
        long minutes = Math.max(0, Duration.between(used, Instant.now()).toMinutes());
        String age = minutes < 120
                ? minutes + " minutes"
                : minutes < 48 * 60 ? minutes / 60 + " hours" : minutes / (24 * 60) + " days";
        return "last used " + age + " ago";
    }
}
