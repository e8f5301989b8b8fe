package dev.heed.bench;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The texts of the library at hand, held in memory: no benchmark measures the disk. */
final class Sources {
    private Sources() {}

    /** A file and its text. */
    record Text(String path, String text) implements SourceFile {
        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }
    }

    /** All .java files below a directory, in the order of their paths. */
    static List<Text> below(String directory) {
        Path root = Path.of(directory);
        try (Stream<Path> files = Files.walk(root)) {
            List<Text> texts = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> read(root, file))
                    .sorted(java.util.Comparator.comparing(Text::path))
                    .toList();
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("no .java file below " + root);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text read(Path root, Path file) {
        try {
            String path = root.relativize(file).toString().replace('\\', '/');
            return new Text(path, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
