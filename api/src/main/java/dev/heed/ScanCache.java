package dev.heed;

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
     * The scan that a request asks for.
     *
     * @throws UserException if the place of the cache is no path
     */
    static Scan of(Parts parts, ScanRequest request, List<Parts.Known> selected) throws UserException {
        Scan scan = parts.scan();
        // What was typed in once is not asked again.
        if (!request.usesCache() || request.inputs().contains("-")) {
            return scan;
        }
        Consumer<String> notes = request.notes();
        CacheStore store =
                CacheLocation.find(request.cacheDirectory(), request.environment(), request.workingDirectory());
        String identity = parts.identity();
        if (store == null || identity == null) {
            notes.accept(
                    store == null
                            ? "There is no home directory to keep a cache in; name one with --cache-dir."
                            : "There is no cache: only Heed's own jars can tell whether they are the same as last time.");
            return scan;
        }
        List<String> basis = new ArrayList<>();
        basis.add(identity);
        basis.add(String.valueOf(selected.size()));
        selected.forEach(rule -> basis.add(rule.descriptor().name()));
        try {
            for (Path file : request.models()) {
                basis.add(ContentId.of(Files.readAllBytes(file)).hex());
            }
        } catch (IOException e) {
            notes.accept("There is no cache: " + e.getMessage() + " cannot be read.");
            return scan;
        }
        return new CachedScan(scan, store, basis, notes);
    }
}
