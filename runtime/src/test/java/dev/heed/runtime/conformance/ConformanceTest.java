package dev.heed.runtime.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.runtime.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Programs with the events that CPython and trio show for them, or that our specification asks for.
 * {@code -Dconformance.file} names another file of such rows; {@code target/conformance-results.tsv} tells the results.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private Writer results;

    @BeforeAll
    void open() throws IOException {
        Path target = Path.of("target");
        Files.createDirectories(target);
        results = Files.newBufferedWriter(target.resolve("conformance-results.tsv"));
        results.write("id\tresult\tgot\tbackend\n");
    }

    @AfterAll
    void close() throws IOException {
        results.close();
    }

    @TestFactory
    Stream<DynamicTest> programs() {
        String given = System.getProperty("conformance.file", "");
        List<Cases.Case> cases = Cases.read(given.isEmpty() ? resource("cases.tsv") : file(given));
        assertThat(cases).isNotEmpty();
        return Backends.all().stream()
                .flatMap(backend -> cases.stream()
                        .map(row -> DynamicTest.dynamicTest(
                                row.id() + " on " + backend + " threads: " + row.title(), () -> check(row, backend))));
    }

    /** Relative to this module, or to the project. */
    private static Path file(String given) {
        Path here = Path.of(given);
        return Files.exists(here) ? here : Path.of("..").resolve(given);
    }

    private void check(Cases.Case row, Backend backend) {
        String got;
        try {
            got = String.join(" | ", Interpreter.run(row.program(), row.dialect(), backend));
        } catch (RuntimeException | Error e) {
            write(row, "fail", "THROWN " + e, backend);
            throw e;
        }
        write(row, got.equals(row.expected()) ? "pass" : "fail", got, backend);
        assertThat(got).as(row.program()).isEqualTo(row.expected());
    }

    private void write(Cases.Case row, String result, String got, Backend backend) {
        try {
            results.write(row.id() + "\t" + result + "\t" + got.replaceAll("[\\t\\n\\r]", " ") + "\t" + backend + "\n");
            results.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        URL url = ConformanceTest.class.getResource("/conformance/" + name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
