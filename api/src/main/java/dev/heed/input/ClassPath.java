package dev.heed.input;

import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads class paths as users write them: on the command line as for {@code java -cp}, or in a file. */
public final class ClassPath {
    private static final int MAX_FILE = 16 << 20;

    private final Path workingDirectory;
    private final Set<Path> entries = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    public ClassPath(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** Jars and directories that exist. */
    public List<Path> entries() {
        return List.copyOf(entries);
    }

    /** What does not exist, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Adds entries that are separated as in {@code java -cp}; {@code lib/*} stands for all jars in {@code lib}. */
    public void add(String value) {
        for (String entry : value.split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                addEntry(entry.strip());
            }
        }
    }

    /** Adds a jar or a directory, if it exists. */
    public void addIfPresent(Path entry) {
        if (Files.isReadable(entry)) {
            entries.add(entry);
        }
    }

    /**
     * Adds what a file names: one entry on each line, or separated as in {@code java -cp}, quoted or not; an argument file
     * of {@code java} or {@code javac} with only a class path in it will do.
     *
     * @throws IOException if it cannot be read; the message is a sentence
     */
    public void addFile(Path file) throws IOException {
        List<String> lines;
        try {
            if (Files.isDirectory(file) || Files.size(file) > MAX_FILE) {
                throw new IOException("The class path file " + file + " is no text file.");
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IOException("The class path file " + file + " does not exist.", e);
        } catch (MalformedInputException e) {
            throw new IOException("The class path file " + file + " is not UTF-8 text.", e);
        } catch (java.nio.file.AccessDeniedException e) {
            throw new IOException("The class path file " + file + " cannot be read: permission denied.", e);
        }
        for (String line : lines) {
            String text = line.strip();
            for (String option : List.of("-classpath ", "--class-path ", "--class-path=", "-cp ")) {
                text = text.startsWith(option) ? text.substring(option.length()).strip() : text;
            }
            boolean isOptionAlone = List.of("-classpath", "--class-path", "-cp").contains(text);
            if (!text.startsWith("#") && !isOptionAlone) {
                boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
                add(isQuoted ? text.substring(1, text.length() - 1).replace("\\\\", "\\") : text);
            }
        }
    }

    private void addEntry(String entry) {
        try {
            if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith(File.separator + "*")) {
                addJars(entry, workingDirectory.resolve(entry.substring(0, entry.length() - 1)));
                return;
            }
            Path path = workingDirectory.resolve(entry).normalize();
            if (Files.isReadable(path)) {
                entries.add(path);
            } else {
                warnings.add("The class path entry " + entry + " does not exist or cannot be read.");
            }
        } catch (InvalidPathException e) {
            warnings.add("The class path entry " + entry + " is no path.");
        }
    }

    private void addJars(String entry, Path directory) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory.normalize(), ClassPath::isJar)) {
            stream.forEach(jars::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            warnings.add("The class path entry " + entry + " does not exist or cannot be read.");
            return;
        }
        if (jars.isEmpty()) {
            warnings.add("The class path entry " + entry + " has no jar.");
        }
        jars.stream().sorted().forEach(entries::add);
    }

    private static boolean isJar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
