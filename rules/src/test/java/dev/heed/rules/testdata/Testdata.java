package dev.heed.rules.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code testdata/} of the repository. */
public final class Testdata {
    private Testdata() {}

    /** The repository's root: the nearest folder above the working directory that has {@code testdata/} in it. */
    public static Path repository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("testdata")) && Files.isDirectory(folder.resolve("rules"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "not inside the repository: " + Path.of("").toAbsolutePath());
    }

    /** The folder. */
    public static Path root() {
        return repository().resolve("testdata");
    }

    /** The names of the rules that have a folder, sorted. */
    public static List<String> rules() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java programs, sorted by name. */
    public static List<TestdataFile> files() {
        return rules().stream().flatMap(rule -> files(rule).stream()).toList();
    }

    /** The Java programs of one kind, sorted by name. */
    public static List<TestdataFile> files(TestdataFile.Kind kind) {
        return files().stream().filter(file -> file.kind() == kind).toList();
    }

    private static List<TestdataFile> files(String rule) {
        try (Stream<Path> paths = Files.list(root().resolve(rule).resolve("java"))) {
            return paths.sorted().map(path -> file(rule, path)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestdataFile file(String rule, Path path) {
        String file = path.getFileName().toString();
        TestdataFile.Kind kind;
        if (file.matches("good_[A-Za-z0-9_]+\\.java")) {
            kind = TestdataFile.Kind.GOOD;
        } else if (file.matches("bad_[A-Za-z0-9_]+\\.java")) {
            kind = TestdataFile.Kind.BAD;
        } else if (file.matches("bad_[A-Za-z0-9_]+\\.fixed\\.java")) {
            kind = TestdataFile.Kind.FIXED;
        } else {
            throw new IllegalStateException("neither good_*.java nor bad_*.java nor bad_*.fixed.java: " + path);
        }
        return new TestdataFile(path, rule, rule + "/java/" + file, kind);
    }

    /** The sources of the third-party stubs, sorted. */
    public static List<Path> stubs() {
        try (Stream<Path> paths = Files.walk(root().resolve("stubs"))) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
