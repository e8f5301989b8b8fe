package dev.heed.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Sources to scan in tests: those of the examples, and those of libraries where {@link #PROPERTY} names a directory of jars. */
final class ScannedSources {
    static final String PROPERTY = "heed.sources";

    private ScannedSources() {}

    /** All examples, in the order of their paths. */
    static List<MemoryFile> examples() throws IOException {
        List<MemoryFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(Path.of("../testdata"))) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                files.add(new MemoryFile(path.toString().replace('\\', '/'), Files.readString(path)));
            }
        }
        return files;
    }

    /** The sources jars of libraries. */
    static Stream<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty(PROPERTY)))) {
            return files.filter(file -> file.toString().endsWith("-sources.jar")).sorted().toList().stream();
        }
    }

    /** What is in a sources jar. */
    static List<MemoryFile> library(Path jar) throws IOException {
        List<MemoryFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".java")) {
                    files.add(new MemoryFile(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return files;
    }
}
