package dev.heed.engine.cache;

import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Recognition;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that remembers what it held when it was read, and whether that was the same each time. */
final class WatchedFile implements SourceFile {
    private final SourceFile file;
    private final Recognition before = new Recognition();
    private @Nullable ContentId seen;
    private boolean hasChanged;

    WatchedFile(SourceFile file) {
        this.file = file;
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public String relativePath() {
        return file.relativePath();
    }

    @Override
    public Language language() {
        return file.language();
    }

    @Override
    public String text() throws IOException {
        return snapshot().text();
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public Snapshot snapshot() throws IOException {
        try {
            Snapshot read = file.snapshot(before);
            see(read.id());
            return read;
        } catch (SourceException e) {
            // What it holds is no text, and that is what must be recognized again.
            try {
                contentId();
            } catch (IOException unreadable) {
                e.addSuppressed(unreadable);
            }
            throw e;
        }
    }

    @Override
    public ContentId contentId() throws IOException {
        ContentId id = file.contentId(before);
        see(id);
        return id;
    }

    private synchronized void see(ContentId id) {
        hasChanged |= seen != null && !seen.equals(id);
        seen = id;
    }

    private synchronized @Nullable ContentId seen() {
        return seen;
    }

    /**
     * Identifies what every reader has got; null if they did not get the same.
     *
     * @throws IOException if nobody has read it, and it cannot be read
     */
    @Nullable
    ContentId settled() throws IOException {
        if (seen() == null) {
            contentId();
        }
        synchronized (this) {
            return hasChanged ? null : seen;
        }
    }
}
