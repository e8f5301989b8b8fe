package dev.heed.maven;

/** Patterns of {@code .gitignore}, made relative to a directory. */
final class SourcePattern {

    private SourcePattern() {}

    /**
     * A pattern that means below a directory what the given one means on its own.
     *
     * @param directory with slashes, relative to where the patterns are applied
     */
    static String below(String directory, String pattern) {
        String plain = pattern.strip();
        String end = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        String start = directory.equals(".") ? "/" : "/" + escaped(directory) + "/";
        if (end.startsWith("/")) {
            return start + plain.substring(1);
        }
        // Without a slash in it a pattern is meant at every depth.
        return start + (end.contains("/") ? "" : "**/") + plain;
    }

    private static String escaped(String directory) {
        return directory.replaceAll("[\\\\*?\\[!#]", "\\\\$0");
    }
}
