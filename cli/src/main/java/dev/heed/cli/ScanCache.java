package dev.heed.cli;

import dev.heed.engine.cache.CacheStore;
import dev.heed.engine.cache.CachedScan;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.source.ContentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts the cache in front of the engine, where that can be. */
final class ScanCache {

    private ScanCache() {}

    /**
     * The scan of one run of the command.
     *
     * @param models the user's
     * @param notes takes why there is no cache
     * @throws UserException if {@code --cache-dir} is no path
     */
    static Scan of(
            Parts parts,
            ScanCommand command,
            Console console,
            List<Parts.Known> selected,
            List<Path> models,
            Consumer<String> notes)
            throws UserException {
        Scan scan = parts.scan();
        CacheArguments arguments = command.cache();
        // What was typed in once is not asked again.
        if (arguments.isOff() || command.inputs().contains("-")) {
            return scan;
        }
        CacheStore store = CacheLocation.find(console, arguments.directory());
        String identity = parts.identity();
        if (store == null || identity == null) {
            notes.accept(
                    store == null
                            ? "There is no home directory to keep a cache in; name one with --cache-dir."
                            : "There is no cache: only Heed's own jar can tell whether it is the same as last time.");
            return scan;
        }
        List<String> basis = new ArrayList<>();
        basis.add(identity);
        basis.add(String.valueOf(selected.size()));
        selected.forEach(rule -> basis.add(rule.descriptor().name()));
        try {
            for (Path file : models) {
                basis.add(ContentId.of(Files.readAllBytes(file)).hex());
            }
        } catch (IOException e) {
            notes.accept("There is no cache: " + e.getMessage() + " cannot be read.");
            return scan;
        }
        return new CachedScan(scan, store, basis, notes);
    }
}
