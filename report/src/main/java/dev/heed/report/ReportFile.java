package dev.heed.report;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: it grows beside its place under another name, reaches the disk, and is then
 * renamed. Until {@link #commit} a file that is already there stays as it is.
 *
 * <p>What is no regular file (a pipe, {@code /dev/null}) is written in place.
 */
public final class ReportFile implements AutoCloseable {
    private final Path shown;
    private final Path target;
    /** Null if the target is written in place. */
    private final @Nullable Path temporary;

    private final FileOutputStream file;
    private final OutputStream stream;
    private boolean done;

    private ReportFile(Path shown, Path target, @Nullable Path temporary) throws IOException {
        this.shown = shown;
        this.target = target;
        this.temporary = temporary;
        // A stream over a channel would be closed by an interrupt; this one is not.
        this.file = new FileOutputStream((temporary == null ? target : temporary).toFile());
        this.stream = new BufferedOutputStream(file, 1 << 16);
    }

    /**
     * Opens a report for writing.
     *
     * @throws ReportException if nothing can be written there
     */
    public static ReportFile open(Path path) throws ReportException {
        try {
            // Through a link: the file that it leads to is replaced, not the link.
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new ReportException(cannot(path) + "it is a directory. Name a file in it.", null);
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new ReportFile(path, target, null);
            }
            Path directory = target.getParent();
            if (directory == null || !Files.isDirectory(directory)) {
                throw new ReportException(
                        cannot(path) + "the directory '" + path.toAbsolutePath().getParent()
                                + "' does not exist. Create it first.",
                        null);
            }
            return new ReportFile(path, target, createBeside(target));
        } catch (ReportException e) {
            throw e;
        } catch (IOException e) {
            throw new ReportException(cannot(path) + reason(e), e);
        }
    }

    /** The stream to write to; buffered. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts what was written in its place.
     *
     * @throws ReportException if that fails; the place is then as it was before
     */
    public void commit() throws ReportException {
        try {
            stream.flush();
            if (temporary != null) {
                file.getFD().sync();
            }
            stream.close();
            if (temporary != null) {
                move(temporary, target);
            }
            done = true;
        } catch (IOException e) {
            throw new ReportException(cannot(shown) + reason(e), e);
        }
    }

    /** Gives up what was not committed. */
    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            file.close();
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // Nothing was promised: the target is untouched, and the leftover is named after it.
            return;
        }
    }

    /** A message for a report that failed while it was written. */
    ReportException failed(IOException e) {
        return e instanceof ReportException known ? known : new ReportException(cannot(shown) + reason(e), e);
    }

    private static Path createBeside(Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            String suffix = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
            Path candidate = target.resolveSibling("." + target.getFileName() + "." + suffix + ".tmp");
            try {
                // Unlike createTempFile this gives the permissions that the user's other files get.
                Path created = Files.createFile(candidate);
                created.toFile().deleteOnExit();
                return created;
            } catch (FileAlreadyExistsException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String cannot(Path path) {
        return "Cannot write the report '" + path + "': ";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied. Choose another place or change its permissions.";
        }
        String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        if (why == null || why.isBlank()) {
            return e.getClass().getSimpleName() + ".";
        }
        String sentence = why.substring(0, 1).toLowerCase(Locale.ROOT) + why.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
