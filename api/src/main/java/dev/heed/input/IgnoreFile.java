package dev.heed.input;

import dev.heed.engine.types.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The patterns of one {@code .gitignore} file.
 *
 * @param prefix path of its directory below the root, ending in a slash; empty at the root
 * @param patterns in the order of its lines
 */
record IgnoreFile(String prefix, List<IgnorePattern> patterns) {
    /** A larger file is no list of patterns that somebody wrote. */
    private static final int MAX_BYTES = 1 << 20;

    static IgnoreFile of(String prefix, List<String> lines) {
        return new IgnoreFile(
                prefix,
                lines.stream()
                        .map(IgnorePattern::parse)
                        .filter(Objects::nonNull)
                        .toList());
    }

    static IgnoreFile read(String prefix, Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("it is larger than 1 MiB");
        }
        // Names in other encodings cannot match, but must not stop the scan.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return of(
                prefix,
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
    }

    /** YES if the file's last matching line ignores the path, NO if it takes it back, UNKNOWN if no line matches. */
    Truth ignores(String path, boolean isDirectory) {
        String below = path.substring(prefix.length());
        for (int i = patterns.size() - 1; i >= 0; i--) {
            IgnorePattern pattern = patterns.get(i);
            if (pattern.matches(below, isDirectory)) {
                return Truth.of(!pattern.isNegated());
            }
        }
        return Truth.UNKNOWN;
    }
}
