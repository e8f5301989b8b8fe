package dev.heed.input;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --include} and {@code --exclude} say, in the pattern language of {@code .gitignore}, relative to the working
 * directory (inside an archive: to its root).
 */
public final class FileFilter {
    private final List<IgnorePattern> includes;
    private final List<IgnorePattern> excludes;
    /** Stands in front of each path: where the working directory lies in the one that the patterns are relative to. */
    private final String prefix;
    /** What else a file must pass. */
    private final @Nullable FileFilter other;

    private FileFilter(
            List<IgnorePattern> includes, List<IgnorePattern> excludes, String prefix, @Nullable FileFilter other) {
        this.includes = includes;
        this.excludes = excludes;
        this.prefix = prefix;
        this.other = other;
    }

    public static FileFilter of(List<String> includes, List<String> excludes) {
        return new FileFilter(patterns(includes), patterns(excludes), "", null);
    }

    /**
     * The same, with patterns relative to a directory above the working directory.
     *
     * @param place of the working directory in that one: empty, or ending with a slash
     */
    public FileFilter from(String place) {
        return new FileFilter(includes, excludes, place, other);
    }

    /** Accepts what both accept. */
    public FileFilter and(FileFilter more) {
        return new FileFilter(includes, excludes, prefix, other == null ? more : other.and(more));
    }

    private static List<IgnorePattern> patterns(List<String> texts) {
        return texts.stream()
                .map(text -> text.startsWith("./") ? text.substring(1) : text)
                .map(IgnorePattern::parse)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether nothing below a directory can be wanted. */
    boolean excludesDirectory(String path) {
        return anyMatches(excludes, prefix + path, true) || (other != null && other.excludesDirectory(path));
    }

    /** Whether a file is wanted, given that none of its directories is excluded. */
    public boolean accepts(String path) {
        String whole = prefix + path;
        return !anyMatches(excludes, whole, false)
                && (includes.isEmpty() || isIncluded(whole))
                && (other == null || other.accepts(path));
    }

    /** Whether nothing in a directory can be wanted, since it or one above it is excluded. */
    public boolean excludesTree(String directory) {
        for (int slash = directory.indexOf('/'); slash >= 0; slash = directory.indexOf('/', slash + 1)) {
            if (slash > 0 && excludesDirectory(directory.substring(0, slash))) {
                return true;
            }
        }
        return excludesDirectory(directory);
    }

    /** As {@link #accepts}, also looking at the directories of the path. */
    boolean acceptsWithDirectories(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (excludesDirectory(path.substring(0, slash))) {
                return false;
            }
        }
        return accepts(path);
    }

    /** An included directory includes what is in it. */
    private boolean isIncluded(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (anyMatches(includes, path.substring(0, slash), true)) {
                return true;
            }
        }
        return anyMatches(includes, path, false);
    }

    private static boolean anyMatches(List<IgnorePattern> patterns, String path, boolean isDirectory) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path, isDirectory));
    }
}
