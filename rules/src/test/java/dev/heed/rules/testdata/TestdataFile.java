package dev.heed.rules.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One program of {@code testdata/}.
 *
 * @param path where it lies
 * @param rule the rule whose folder it lies in
 * @param name as shown: {@code swallowed-interrupt/java/bad_empty_catch.java}
 * @param kind by the file's name
 */
public record TestdataFile(Path path, String rule, String name, Kind kind) {

    /** What a program is there for. */
    public enum Kind {
        /** Has findings. */
        BAD,
        /** Has none. */
        GOOD,
        /** A bad one after its fixes. */
        FIXED
    }

    /** As it lies on disk, with its markers. */
    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text without markers, and what they say. */
    public Expectations expectations() {
        try {
            return Expectations.parse(text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** The file that a bad one must become by its fixes; it need not exist. */
    public Path fixedPath() {
        String file = path.getFileName().toString();
        return path.resolveSibling(file.substring(0, file.length() - ".java".length()) + ".fixed.java");
    }

    @Override
    public String toString() {
        return name;
    }
}
