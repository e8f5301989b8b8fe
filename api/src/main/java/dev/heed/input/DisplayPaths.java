package dev.heed.input;

import java.nio.file.Path;

/** How files are named to people: relative to the working directory where they lie below it, with {@code /}. */
public final class DisplayPaths {
    private final Path workingDirectory;

    public DisplayPaths(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** The file that a user means. */
    public Path resolve(Path given) {
        return workingDirectory.resolve(given).normalize();
    }

    /**
     * A name for a path as the user gave it: what was given relative stays relative, and an absolute one becomes relative
     * if it leads below the working directory.
     */
    public String of(Path given) {
        Path absolute = resolve(given);
        boolean isBelow = absolute.startsWith(workingDirectory);
        Path shown = isBelow || !given.isAbsolute() ? workingDirectory.relativize(absolute) : absolute;
        String text = shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
        return text.isEmpty() ? "." : text;
    }
}
