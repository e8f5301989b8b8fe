package dev.heed.lsp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files that are open in the editor. */
final class Documents {
    private final Map<Path, Document> open = new ConcurrentHashMap<>();

    void put(Document document) {
        open.put(document.path(), document);
    }

    @Nullable
    Document get(Path path) {
        return open.get(path);
    }

    void remove(Path path) {
        open.remove(path);
    }

    /** All, as they are now. */
    Map<Path, Document> all() {
        return new HashMap<>(open);
    }

    /** The URI of a file: as the editor writes it, if it has the file open. */
    String uri(Path path) {
        Document document = open.get(path);
        return document == null ? Places.uri(path) : document.uri();
    }
}
