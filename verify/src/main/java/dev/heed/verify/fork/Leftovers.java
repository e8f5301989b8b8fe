package dev.heed.verify.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clears away what code that was run has left behind: processes and files. */
final class Leftovers {
    private static final Path PROCESSES = Path.of("/proc");

    private Leftovers() {}

    /** Kills a process and all that it has started. */
    static void kill(ProcessHandle process) {
        // Children first get lost when their parent goes: they are looked up while it is there.
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        for (ProcessHandle descendant : descendants) {
            descendant.descendants().forEach(ProcessHandle::destroyForcibly);
            descendant.destroyForcibly();
        }
    }

    /**
     * Kills processes whose environment has this entry: also those whose parents are gone. Works where there is a {@code /proc}.
     *
     * @param entry such as {@code NAME=value}; the value must be one that no other process has
     */
    static void killMarked(String entry) {
        if (!Files.isDirectory(PROCESSES)) {
            return;
        }
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            processes
                    .filter(process -> isNumber(String.valueOf(process.getFileName())) && hasEntry(process, entry))
                    .map(process -> Long.parseLong(String.valueOf(process.getFileName())))
                    .forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
        } catch (IOException | java.io.UncheckedIOException e) {
            // The list cannot be read: children that kept their parent have been killed.
            return;
        }
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    }

    private static boolean hasEntry(Path process, String entry) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return ("\0" + environment + "\0").contains("\0" + entry + "\0");
        } catch (IOException e) {
            // Gone, or another user's.
            return false;
        }
    }

    /** Deletes a directory with all that is in it; what cannot be deleted stays. */
    static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    remove(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
                    remove(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // It lies in the directory for temporary files, where somebody cleans up.
            return;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The same.
            return;
        }
    }
}
