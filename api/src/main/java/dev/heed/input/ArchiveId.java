package dev.heed.input;

import dev.heed.engine.source.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an archive as a whole: its packed bytes are a fraction of what its entries hold. Thread-safe.
 *
 * <p>The archive stays open while it is scanned, and is hashed by its path: whether both are the same file, as it was when
 * it was opened, shows in its size, its time and its key.
 */
final class ArchiveId {
    private final Path file;
    private final SourceText.Form form;
    private final State opened;
    private @Nullable ContentId id;

    private ArchiveId(Path file, SourceText.Form form, State opened) {
        this.file = file;
        this.form = form;
        this.opened = opened;
    }

    private record State(
            long size, FileTime changed, @Nullable Object key) {
        static State of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /** To be asked for before the archive is opened. */
    static ArchiveId of(Path file, SourceText.Form form) throws IOException {
        return new ArchiveId(file, form, State.of(file));
    }

    /**
     * Identifies what the archive held when it was opened.
     *
     * @throws IOException if that cannot be told any more
     */
    synchronized ContentId get() throws IOException {
        if (id == null) {
            MessageDigest digest = ContentId.digest();
            digest.update(form.id(new byte[0]).bytes());
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            ContentId whole = ContentId.of(digest);
            if (!State.of(file).equals(opened)) {
                throw new IOException("The archive has changed since it was opened.");
            }
            id = whole;
        }
        return id;
    }

    /** Identifies the archive of which an entry has just been read, or only that text if the archive has changed. */
    ContentId of(String text) {
        try {
            return State.of(file).equals(opened) ? get() : ContentId.of(text);
        } catch (IOException e) {
            // The text has been read all the same; it only cannot be recognized again.
            return ContentId.of(text);
        }
    }
}
