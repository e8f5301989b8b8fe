package dev.heed.input;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a user names into source files. An input that cannot be read becomes a notification, and the others are read
 * all the same. Archives stay open until this is closed.
 */
public final class Inputs implements Closeable {
    private final InputOptions options;
    private final DisplayPaths paths;
    private final InputStream standardInput;
    private final ArtifactSource artifacts;

    private Map<Path, String> unsaved = Map.of();
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Set<Path> seen = new LinkedHashSet<>();
    private final Set<Path> classPath = new LinkedHashSet<>();
    private final Set<Path> roots = new LinkedHashSet<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<SourceArchive> archives = new ArrayList<>();

    /**
     * Starts with no input.
     *
     * @param workingDirectory what relative inputs are relative to
     */
    public Inputs(InputOptions options, Path workingDirectory, InputStream standardInput, ArtifactSource artifacts) {
        this.options = options;
        this.paths = new DisplayPaths(workingDirectory);
        this.standardInput = standardInput;
        this.artifacts = artifacts;
    }

    /** Texts in the place of those of the files that are added from now on, by absolute paths. */
    public void unsaved(Map<Path, String> texts) {
        unsaved = Map.copyOf(texts);
    }

    /** Sources in the order of the inputs; their paths are unique. */
    public List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    /** Class files that came with the inputs. */
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /** The directories that were named. */
    public List<Path> roots() {
        return List.copyOf(roots);
    }

    /** What could not be read, and what is worth knowing. */
    public List<Notification> notifications() {
        return List.copyOf(notifications);
    }

    /** What a user should see although nothing is missing, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Adds an input: a file, a directory, an archive, {@code maven:GROUP:ARTIFACT:VERSION}, or {@code -}.
     *
     * @throws InterruptedException if the thread is interrupted while it looks
     */
    public void add(String input) throws InterruptedException {
        if (input.equals("-")) {
            addStandardInput();
        } else if (input.startsWith(Coordinate.PREFIX)) {
            addArtifact(input);
        } else {
            addPath(input);
        }
    }

    private void addStandardInput() {
        String name = options.standardInputName();
        Language language = Languages.of(name);
        if (language == null) {
            incomplete(name, "The name of standard input must say its language: --stdin-filename NAME.java.");
            return;
        }
        try {
            FileSize max = options.maxFileSize();
            byte[] bytes = standardInput.readNBytes(max.bytes() + 1);
            if (bytes.length > max.bytes()) {
                incomplete(name, "Standard input is larger than " + max + "; allow it with --max-file-size.");
            } else {
                addFile(new MemorySource(name, language, bytes, options.encoding()));
            }
        } catch (IOException e) {
            incomplete(name, "Standard input cannot be read: " + e.getMessage() + ".");
        }
    }

    private void addArtifact(String input) {
        try {
            Coordinate coordinate = Coordinate.parse(input);
            ArtifactSource.Resolved resolved = artifacts.resolve(coordinate);
            classPath.addAll(resolved.classPath());
            resolved.missing().forEach(missing -> notifications.add(Notification.info(input, missing)));
            resolved.missingOptional().forEach(missing -> notifications.add(Notification.info(input, missing)));
            if (!resolved.missing().isEmpty()) {
                warnings.add(resolved.missing().size() + " of the libraries of " + coordinate
                        + " cannot be had; types from them are unknown (--verbose names them).");
            }
            // The name of the file is unique within a repository's folder only.
            String name = String.valueOf(resolved.sources().getFileName());
            boolean isTaken = files.keySet().stream().anyMatch(path -> path.startsWith(name + "!/"));
            if (seen.add(resolved.sources())) {
                addArchive(resolved.sources(), isTaken ? coordinate.group() + "/" + name : name);
            }
        } catch (MavenException e) {
            notifications.add(new Notification(Notification.Kind.INCOMPLETE, input, null, message(e), e));
        }
    }

    private void addPath(String input) throws InterruptedException {
        Path given;
        Path path;
        try {
            given = Path.of(input);
            path = paths.resolve(given);
        } catch (InvalidPathException e) {
            incomplete(input, "This is no path: " + e.getReason() + ".");
            return;
        }
        String display = paths.of(given);
        if (Files.isDirectory(path)) {
            addDirectory(path, display);
        } else if (!Files.exists(path)) {
            incomplete(display, "There is no such file or directory." + hint(input));
        } else if (Languages.isArchive(display)) {
            if (isNew(path)) {
                addArchive(path, display);
            }
        } else {
            addSingleFile(path, display);
        }
    }

    private static String hint(String input) {
        String[] parts = input.split(":", -1);
        return parts.length == 3 && !input.contains("/")
                ? " An artifact is written maven:" + input + "."
                : " Check its spelling and the working directory.";
    }

    private void addSingleFile(Path path, String display) {
        Language language = Languages.of(display);
        if (language == null) {
            incomplete(display, "The file is neither Java source (.java) nor an archive of it (.jar, .zip).");
        } else if (!Files.isRegularFile(path)) {
            incomplete(display, "This is neither a file nor a directory.");
        } else if (!Files.isReadable(path)) {
            incomplete(display, "The file cannot be read: permission denied.");
        } else if (isNew(path)) {
            String name = String.valueOf(path.getFileName());
            addFile(new DiskSource(display, name, language, path, options.form()));
        }
    }

    private void addDirectory(Path path, String display) throws InterruptedException {
        roots.add(path);
        DirectoryWalk walk =
                new DirectoryWalk(options.filter(), options.usesGitIgnore(), options.form(), notifications::add);
        List<SourceFile> found = walk.walk(path, display);
        for (SourceFile file : found) {
            if (file instanceof DiskSource onDisk && !isNew(onDisk.file())) {
                continue;
            }
            addFile(file);
        }
        if (found.isEmpty()) {
            warnings.add(
                    walk.ignored() > 0
                            ? "There is no Java source in " + display + " but " + walk.ignored()
                                    + " files or directories that .gitignore names; --no-gitignore takes them in."
                            : "There is no Java source in " + display + ".");
        }
    }

    private void addArchive(Path path, String display) {
        try {
            SourceArchive archive = SourceArchive.open(path, display, options.form());
            archives.add(archive);
            SourceArchive.Content content = archive.content(options.filter());
            content.sources().forEach(this::addFile);
            if (!content.badNames().isEmpty()) {
                incomplete(
                        display,
                        content.badNames().size()
                                + " entries of the archive are not read: their names lead out of it or are malformed.");
            }
            if (content.versioned() > 0) {
                notifications.add(Notification.info(
                        display,
                        content.versioned() + " sources for certain Java versions (META-INF/versions) are not read."));
            }
            if (content.archives() > 0) {
                notifications.add(Notification.info(
                        display,
                        content.archives() + " archives inside of this one are not read; unpack them to scan them."));
            }
            if (content.sources().isEmpty()) {
                tellEmpty(display, content);
            }
        } catch (IOException e) {
            notifications.add(new Notification(Notification.Kind.INCOMPLETE, display, null, message(e), e));
        }
    }

    private void tellEmpty(String display, SourceArchive.Content content) {
        if (content.hasClasses() && content.badNames().isEmpty()) {
            incomplete(
                    display,
                    "The archive holds class files and no sources; scan its sources jar, or name it as"
                            + " maven:GROUP:ARTIFACT:VERSION.");
        } else {
            warnings.add("There is no Java source in " + display + ".");
        }
    }

    /** Whether a file on disk has not been named before, under whatever name. */
    private boolean isNew(Path path) {
        try {
            return seen.add(path.toRealPath());
        } catch (IOException e) {
            return seen.add(path);
        }
    }

    private void addFile(SourceFile file) {
        String text = file instanceof DiskSource onDisk ? unsaved.get(onDisk.file()) : null;
        SourceFile read = text == null
                ? file
                : new UnsavedSource(file.path(), file.relativePath(), file.language(), text, options.maxFileSize());
        if (files.putIfAbsent(file.path(), read) != null) {
            incomplete(file.path(), "Two inputs go by this name; the second is not read.");
        }
    }

    private void incomplete(String path, String message) {
        notifications.add(Notification.incomplete(path, null, message));
    }

    private static String message(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    @Override
    public void close() throws IOException {
        for (SourceArchive archive : archives) {
            archive.close();
        }
    }
}
