package dev.heed.input;

import java.util.List;
import java.util.Objects;

/**
 * What {@code --include} and {@code --exclude} say, in the pattern language of {@code .gitignore}, relative to the working
 * directory (inside an archive: to its root).
 */
public final class FileFilter {
    private final List<IgnorePattern> includes;
    private final List<IgnorePattern> excludes;

    private FileFilter(List<IgnorePattern> includes, List<IgnorePattern> excludes) {
        this.includes = includes;
        this.excludes = excludes;
    }

    public static FileFilter of(List<String> includes, List<String> excludes) {
        return new FileFilter(patterns(includes), patterns(excludes));
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
        return anyMatches(excludes, path, true);
    }

    /** Whether a file is wanted, given that none of its directories is excluded. */
    boolean accepts(String path) {
        return !anyMatches(excludes, path, false) && (includes.isEmpty() || isIncluded(path));
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
