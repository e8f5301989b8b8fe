package dev.heed.frontend.java.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same on real libraries, which {@code src/test/libraries/pom.xml} fetches and tells how to run. Each folder in the
 * directory that the property names holds a sources jar and, in {@code classpath}, jars.
 */
@EnabledIfSystemProperty(named = LibraryAgainstJavacTest.PROPERTY, matches = ".+")
class LibraryAgainstJavacTest {
    static final String PROPERTY = "heed.libraries";

    static Stream<Path> libraries() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty(PROPERTY)))) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void saysNothingThatJavacDenies(Path library) throws IOException {
        List<Path> classPath = jars(library.resolve("classpath"));
        Map<String, String> sources = new TreeMap<>();
        jars(library).forEach(jar -> sources.putAll(read(jar)));
        JavacOracle.Attribution truth = JavacOracle.attribute(sources, classPath);
        // A library whose optional dependencies are missing has errors; calls around them mean nothing.
        boolean hasErrors = !truth.errors().isEmpty();

        for (List<Path> given : List.of(classPath, List.<Path>of())) {
            OracleComparison compared = new OracleComparison().compare(sources, truth.calls(), given);
            System.out.println(library.getFileName() + (given.isEmpty() ? " without" : " with") + " class path: "
                    + compared.summary());
            assertThat(compared.wrongInterrupts).isEmpty();
            if (!hasErrors) {
                assertThat(compared.wrong).isEmpty();
                assertThat(compared.wrongThrows).isEmpty();
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> read(Path jar) {
        Map<String, String> sources = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.endsWith(".java") && !name.endsWith("module-info.java") && !name.startsWith("META-INF/")) {
                    sources.put(name, new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
