package dev.heed.input;

import org.jspecify.annotations.Nullable;

/**
 * One line of a {@code .gitignore} file (gitignore(5)).
 *
 * @param glob what it matches
 * @param isNegated whether it takes back what an earlier line ignores
 * @param isForDirectories whether it matches directories only
 * @param isAnchored whether it is matched against the whole path below its file, not against the last name
 */
record IgnorePattern(Glob glob, boolean isNegated, boolean isForDirectories, boolean isAnchored) {

    /** Reads a line; null if it is blank, a comment, or can match nothing. */
    static @Nullable IgnorePattern parse(String line) {
        if (line.startsWith("#")) {
            return null;
        }
        String text = withoutTrailingSpaces(line);
        boolean isNegated = text.startsWith("!");
        if (isNegated) {
            text = text.substring(1);
        }
        boolean isForDirectories = text.endsWith("/");
        if (isForDirectories) {
            text = text.substring(0, text.length() - 1);
        }
        boolean isAnchored = text.indexOf('/') >= 0;
        if (text.isEmpty()) {
            return null;
        }
        // The slash stays for the glob to see that "**" opens a part of a path, then is matched away by the caller.
        Glob glob = Glob.compile(text.startsWith("/") ? text : isAnchored ? "/" + text : text);
        return glob == null ? null : new IgnorePattern(glob, isNegated, isForDirectories, isAnchored);
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !isEscaped(line, end - 1)) {
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isEscaped(String line, int index) {
        int backslashes = 0;
        while (index - backslashes > 0 && line.charAt(index - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /**
     * Whether it matches.
     *
     * @param path below the directory of its file, with {@code /}
     */
    boolean matches(String path, boolean isDirectory) {
        if (isForDirectories && !isDirectory) {
            return false;
        }
        return glob.matches(isAnchored ? "/" + path : path.substring(path.lastIndexOf('/') + 1));
    }
}
