package dev.heed.verify.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory for files that are gone when it is closed. */
public final class Scratch implements AutoCloseable {
    private final Path directory;

    /** A new one, which is empty. */
    public Scratch() throws IOException {
        this.directory = Files.createTempDirectory("heed-").toRealPath();
    }

    /** Where it is. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        Leftovers.delete(directory);
    }
}
