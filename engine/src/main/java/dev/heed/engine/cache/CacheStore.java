package dev.heed.engine.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory of files that are written once, under names that tell what is in them. Several processes may use it at once,
 * and any of them may be killed: a file gets its name when it is whole, and what a dead writer leaves is taken away later.
 *
 * <p>Files that are not of the cache are left alone.
 */
public final class CacheStore {
    /** Bytes. */
    public static final long DEFAULT_LIMIT = 256L << 20;

    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{32}-[0-9a-f]{32}\\.(scan|state|hash)");
    private static final Pattern UNFINISHED = Pattern.compile("[0-9a-f-]{36}\\.tmp");

    /** No writer takes that long for a file: a scan writes to its own from its beginning to its end. */
    private static final Duration ABANDONED = Duration.ofHours(24);

    /** An entry that is used all the time need not be touched each time. */
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(1);

    private final Path directory;
    private final long limit;

    /** A cache of the default size. */
    public CacheStore(Path directory) {
        this(directory, DEFAULT_LIMIT);
    }

    /**
     * A cache.
     *
     * @param directory made when something is written
     * @param limit how many bytes all files may have together
     */
    public CacheStore(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /** Where it is. */
    public Path directory() {
        return directory;
    }

    /**
     * What is in it.
     *
     * @param scans how many scans
     * @param states of how many scans it is kept what their results rest on
     * @param hashes how many hashes of class path entries
     * @param bytes all files together, with unfinished ones
     * @param limit the most bytes
     * @param oldest when the entry was last used whose last use is longest ago; null if there is none
     */
    public record Info(
            int scans,
            int states,
            int hashes,
            long bytes,
            long limit,
            @Nullable Instant oldest) {}

    /** What {@link #clear} has taken away. */
    public record Cleared(int files, long bytes) {}

    private record Item(Path file, long bytes, FileTime used) {}

    /** Looks at what is there. */
    public Info info() throws IOException {
        List<Item> entries = items(ENTRY);
        int scans = count(entries, ".scan");
        int states = count(entries, ".state");
        long bytes = entries.stream().mapToLong(Item::bytes).sum()
                + items(UNFINISHED).stream().mapToLong(Item::bytes).sum();
        Instant oldest = entries.stream()
                .map(item -> item.used().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Info(scans, states, entries.size() - scans - states, bytes, limit, oldest);
    }

    private static int count(List<Item> entries, String ending) {
        return (int) entries.stream()
                .filter(item -> item.file().toString().endsWith(ending))
                .count();
    }

    /** Takes everything away, what others are writing as well. */
    public Cleared clear() throws IOException {
        int files = 0;
        long bytes = 0;
        List<Item> all = new ArrayList<>(items(ENTRY));
        all.addAll(items(UNFINISHED));
        for (Item item : all) {
            if (Files.deleteIfExists(item.file())) {
                files++;
                bytes += item.bytes();
            }
        }
        return new Cleared(files, bytes);
    }

    /** Whether there is an entry whose name begins like this. */
    boolean hasEntry(String prefix) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, prefix + "*")) {
            return found.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Reads what is in an entry. */
    interface Reader<T> {
        T read(DataInputStream in) throws IOException, InterruptedException;
    }

    /**
     * Reads an entry, which counts as used then. One that is damaged or of another form is deleted.
     *
     * @return what the reader returns; null if there is no such entry
     */
    <T> @Nullable T read(String name, Reader<T> reader) throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            DataInputStream data = StoredForm.open(in);
            if (data != null) {
                touch(file);
                return reader.read(data);
            }
        } catch (FileNotFoundException e) {
            return null;
        }
        delete(file);
        return null;
    }

    /**
     * Reads an entry. One that cannot be read is deleted.
     *
     * @param reader fails if it does not find what it should
     * @return what the reader returns; null if there is no such entry that can be read
     */
    <T> @Nullable T readIfReadable(String name, Reader<T> reader) throws InterruptedException {
        try {
            return read(name, reader);
        } catch (IOException | RuntimeException e) {
            delete(directory.resolve(name));
            return null;
        }
    }

    private static void touch(Path file) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCH_AFTER))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // Somebody else has deleted it, or we may only read: it is only taken for older than it is.
            return;
        }
    }

    /** Begins a file. */
    Draft begin() throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(UUID.randomUUID() + ".tmp");
        return new Draft(file, Files.newOutputStream(file));
    }

    /** A file that is being written. It is gone when it is closed without having been kept. */
    final class Draft implements AutoCloseable {
        private final Path file;
        private final OutputStream stream;
        private final StoredForm.Writer writer;

        private Draft(Path file, OutputStream stream) throws IOException {
            this.file = file;
            this.stream = stream;
            this.writer = new StoredForm.Writer(stream);
        }

        DataOutputStream out() {
            return writer.out();
        }

        /** Gives the whole file its name. */
        void keep(String name) throws IOException {
            if (!ENTRY.matcher(name).matches()) {
                throw new IllegalArgumentException(name);
            }
            writer.end();
            stream.close();
            Files.move(file, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            trim();
        }

        @Override
        public void close() throws IOException {
            try {
                stream.close();
            } finally {
                // After it has got its name there is nothing left to delete.
                Files.deleteIfExists(file);
            }
        }
    }

    /** Deletes what was used longest ago until all fits, and what dead writers have left. */
    void trim() throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED);
        long bytes = 0;
        for (Item item : items(UNFINISHED)) {
            if (item.used().toInstant().isBefore(abandoned)) {
                delete(item.file());
            } else {
                bytes += item.bytes();
            }
        }
        List<Item> entries = new ArrayList<>(items(ENTRY));
        entries.sort(Comparator.comparing(Item::used).thenComparing(Item::file));
        bytes += entries.stream().mapToLong(Item::bytes).sum();
        for (Item item : entries) {
            if (bytes <= limit) {
                return;
            }
            delete(item.file());
            bytes -= item.bytes();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is open elsewhere (Windows), or not ours to delete; it stays, and counts.
            return;
        }
    }

    private List<Item> items(Pattern names) throws IOException {
        List<Item> items = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (names.matcher(String.valueOf(file.getFileName())).matches()) {
                    add(file, items);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return items;
    }

    private static void add(Path file, List<Item> items) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            items.add(new Item(file, attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException e) {
            // Another process has deleted it, or given it its name.
            return;
        }
    }
}
