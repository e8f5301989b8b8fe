package dev.heed.input;

import dev.heed.engine.fix.FileChange;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import dev.heed.report.UnifiedDiff;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A source file with its fixes, in the encoding that it has, and the way to write it where it lies. */
public final class FixedFile {
    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final StoredSource source;
    private final FileChange change;
    private final SourceText.Encoding encoding;
    private final byte[] before;

    private FixedFile(StoredSource source, FileChange change, SourceText.Encoding encoding, byte[] before) {
        this.source = source;
        this.change = change;
        this.encoding = encoding;
        this.before = before;
    }

    /**
     * That of a change of one of the {@link Inputs}.
     *
     * @throws SourceException if the file is not as it was when it was fixed, or if it could not be written as it was
     * @throws IOException if it cannot be read
     */
    public static FixedFile of(FileChange change) throws IOException {
        SourceFile file = change.file();
        if (!(file instanceof StoredSource source)) {
            throw new SourceException("The file is none that can be written.");
        }
        byte[] bytes = source.bytes();
        if (change.id() == null || !change.id().equals(file.contentId())) {
            throw new SourceException("The file has changed since it was read, and was left as it is; run it again.");
        }
        SourceText.Encoding encoding = SourceText.Encoding.of(bytes, source.encoding());
        if (!Arrays.equals(bytes, encoding.encode(change.before()))) {
            throw new SourceException("The file could not be written as it was in "
                    + encoding.charset().name() + ", and was left as it is; name its encoding with --encoding.");
        }
        return new FixedFile(source, change, encoding, bytes);
    }

    /** The file as it is to be. */
    public byte[] bytes() throws SourceException {
        return encoding.encode(change.after());
    }

    /** The byte order mark as a character, or nothing. */
    public String mark() {
        return encoding.hasMark() ? "\uFEFF" : "";
    }

    /**
     * What has become of the file as a patch that {@code git apply} takes: its name in the encoding of the system's, its lines in its
     * own.
     *
     * @throws SourceException if there are no patches in its encoding
     */
    public byte[] patch() throws SourceException {
        Charset charset = patchCharset();
        String diff = diff();
        int names = diff.indexOf("\n@@ ") + 1;
        byte[] head = diff.substring(0, names).getBytes(StandardCharsets.UTF_8);
        byte[] lines = diff.substring(names).getBytes(charset);
        byte[] all = Arrays.copyOf(head, head.length + lines.length);
        System.arraycopy(lines, 0, all, head.length, lines.length);
        return all;
    }

    /** The same as text. */
    public String diff() {
        return UnifiedDiff.of(patchPath(), mark() + change.before(), mark() + change.after());
    }

    /** The charset that a patch of it has to be written in: that of the file, if lines can be told in it byte by byte. */
    private Charset patchCharset() throws SourceException {
        Charset charset = encoding.charset();
        if (!Arrays.equals("a\n".getBytes(charset), "a\n".getBytes(StandardCharsets.US_ASCII))) {
            throw new SourceException("There are no patches in " + charset.name() + "; --write fixes the file itself.");
        }
        return charset;
    }

    /** The name of the file below the root that a patch is applied in. */
    public String patchPath() {
        String path = change.file().path();
        boolean isBelow = source instanceof DiskSource && !path.startsWith("/") && !path.startsWith("..");
        return isBelow ? path : change.file().relativePath();
    }

    /** Whether it lies on disk: only then it can be written. */
    public boolean isOnDisk() {
        return source instanceof DiskSource;
    }

    /** Whether a source lies on disk. */
    public static boolean isOnDisk(SourceFile file) {
        return file instanceof DiskSource;
    }

    /**
     * Writes the file where it lies, in one step: nobody ever sees half of it. Its permissions stay; what a link leads to is
     * written, and the link stays.
     *
     * @throws SourceException if it is read-only, or has changed in the last moment
     * @throws IOException if it cannot be written; the file is as it was then
     */
    public void write() throws IOException {
        if (!(source instanceof DiskSource onDisk)) {
            throw new SourceException("The file is not on disk.");
        }
        Path file = onDisk.file().toRealPath();
        if (isReadOnly(file)) {
            throw new SourceException("The file is read-only, and was left as it is.");
        }
        Path copy = Files.createTempFile(file.getParent(), ".heed-", ".tmp");
        try {
            fill(copy, bytes());
            keepAttributes(file, copy);
            if (!Arrays.equals(before, Files.readAllBytes(file))) {
                throw new SourceException(
                        "The file has changed since it was read, and was left as it is; run it again.");
            }
            move(copy, file);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static boolean isReadOnly(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return !Files.isWritable(file);
        }
        // For the superuser every file is writable; what its owner says counts all the same.
        Set<PosixFilePermission> permissions =
                EnumSet.copyOf(view.readAttributes().permissions());
        permissions.retainAll(WRITE);
        return permissions.isEmpty() || !Files.isWritable(file);
    }

    private static void fill(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            while (all.hasRemaining()) {
                channel.write(all);
            }
            channel.force(true);
        }
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.group().equals(old.group())) {
            view.setGroup(old.group());
        }
        if (!now.owner().equals(old.owner())) {
            view.setOwner(old.owner());
        }
        view.setPermissions(old.permissions());
    }

    private static void move(Path copy, Path file) throws IOException {
        try {
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            SourceException problem =
                    new SourceException("The file system does not replace a file in one step; it was left as it is.");
            problem.initCause(e);
            throw problem;
        }
    }
}
