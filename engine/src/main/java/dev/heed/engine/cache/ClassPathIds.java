package dev.heed.engine.cache;

import dev.heed.engine.source.ContentId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Identifies what class path entries hold, without reading them each time: a hash is kept under the path, the size, the
 * time of the last change and the key of the file, or of all files of a directory. So this trusts the file system that a
 * file of the same size with other content has another time; as long as a time is so young that it might not, nothing is kept.
 */
final class ClassPathIds {
    /** More files than any directory of classes has; what is larger is no class path, but perhaps a whole disk. */
    private static final int MOST_FILES = 100_000;

    /** File systems whose times are coarsest count in steps of two seconds. */
    private static final Duration YOUNG = Duration.ofSeconds(3);

    private final CacheStore store;

    ClassPathIds(CacheStore store) {
        this.store = store;
    }

    /**
     * Identifies an entry and what it holds.
     *
     * @throws IOException if it cannot be read
     */
    ContentId of(Path entry) throws IOException, InterruptedException {
        Map<String, BasicFileAttributes> files = files(entry);
        ContentId state = state(entry, files);
        String name = ScanKeys.half(ContentId.of("class path")) + "-" + ScanKeys.half(state) + ".hash";
        ContentId known = known(name);
        if (known != null) {
            return known;
        }
        ContentId id = hash(entry, files);
        Instant young = Instant.now().minus(YOUNG);
        boolean isSettled = files.values().stream()
                .allMatch(file -> file.isDirectory()
                        || file.lastModifiedTime().toInstant().isBefore(young));
        if (isSettled && state(entry, files(entry)).equals(state)) {
            keep(name, id);
        }
        return id;
    }

    /** The entry itself, or all directories and class files below it, by the path from there. */
    private static Map<String, BasicFileAttributes> files(Path entry) throws IOException {
        Map<String, BasicFileAttributes> files = new TreeMap<>();
        Files.walkFileTree(
                entry, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        files.put(entry.relativize(directory) + "/", attributes);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (files.size() > MOST_FILES) {
                            throw new IOException("The class path entry " + entry + " holds too many files");
                        }
                        if (file.equals(entry) || file.toString().endsWith(".class")) {
                            files.put(entry.relativize(file).toString(), attributes);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (failure instanceof FileSystemLoopException) {
                            return FileVisitResult.CONTINUE; // what it leads to is visited from above
                        }
                        throw failure;
                    }
                });
        return files;
    }

    private static ContentId state(Path entry, Map<String, BasicFileAttributes> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        text(out, entry.toAbsolutePath().toString());
        for (Map.Entry<String, BasicFileAttributes> file : files.entrySet()) {
            BasicFileAttributes attributes = file.getValue();
            text(out, file.getKey());
            if (!attributes.isDirectory()) {
                out.writeLong(attributes.size());
                Instant changed = attributes.lastModifiedTime().toInstant();
                out.writeLong(changed.getEpochSecond());
                out.writeInt(changed.getNano());
                text(out, String.valueOf(attributes.fileKey()));
            }
        }
        return ContentId.of(bytes.toByteArray());
    }

    private static ContentId hash(Path entry, Map<String, BasicFileAttributes> files)
            throws IOException, InterruptedException {
        MessageDigest digest = ContentId.digest();
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(names);
        // The path is part of what is said of entries that cannot be read.
        text(out, entry.toString());
        byte[] buffer = new byte[1 << 16];
        for (Map.Entry<String, BasicFileAttributes> file : files.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean isEntry = file.getKey().isEmpty();
            text(out, file.getKey());
            if (!file.getValue().isDirectory()) {
                long size = 0;
                try (InputStream in = Files.newInputStream(isEntry ? entry : entry.resolve(file.getKey()))) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                        size += read;
                    }
                }
                out.writeLong(size);
            }
        }
        byte[] all = names.toByteArray();
        return ContentId.of(digest, all, all.length);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private @Nullable ContentId known(String name) throws IOException, InterruptedException {
        byte[] hash = store.read(name, in -> in.readNBytes(32));
        return hash == null ? null : ContentId.ofHash(hash);
    }

    private void keep(String name, ContentId id) {
        try (CacheStore.Draft draft = store.begin()) {
            draft.out().write(id.bytes());
            draft.keep(name);
        } catch (IOException e) {
            // It is found out again next time; that the cache cannot be written is told with the scan itself.
            return;
        }
    }
}
