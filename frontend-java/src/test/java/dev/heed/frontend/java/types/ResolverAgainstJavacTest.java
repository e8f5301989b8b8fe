package dev.heed.frontend.java.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Every call in the corpus must be resolved as javac does it: declaration, exceptions, and type. */
class ResolverAgainstJavacTest {

    static Map<String, String> corpus(String name) throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(ResolverAgainstJavacTest.class.getResource(name))
                .toURI());
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return sources;
    }

    private static Predicate<String> isArrayConstructor() {
        return line -> line.endsWith("[]") && line.contains(":ref");
    }

    @Test
    void resolvesEveryCallAsJavacDoes() throws IOException, URISyntaxException {
        Map<String, String> sources = corpus("corpus");
        JavacOracle.Attribution truth = JavacOracle.attribute(sources, List.of());
        assertThat(truth.errors()).isEmpty();

        OracleComparison compared = new OracleComparison().compare(sources, truth.calls(), List.of());

        assertThat(compared.wrong).isEmpty();
        assertThat(compared.wrongThrows).isEmpty();
        assertThat(compared.wrongTypes).isEmpty();
        assertThat(compared.unmatched).isEmpty();
        assertThat(compared.unresolved)
                .filteredOn(isArrayConstructor().negate())
                .isEmpty();
        assertThat(compared.guessed).isZero();
        assertThat(compared.resolved).isGreaterThan(600);
        assertThat(compared.interruptibleFound)
                .isEqualTo(compared.interruptible)
                .isPositive();
    }

    /** Patterns in switches and of records: the JDK that runs the test must know them. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void resolvesLaterSyntaxAsJavacDoes() throws IOException, URISyntaxException {
        Map<String, String> sources = corpus("corpus21");
        JavacOracle.Attribution truth = JavacOracle.attribute(sources, List.of());
        assertThat(truth.errors()).isEmpty();

        OracleComparison compared = new OracleComparison().compare(sources, truth.calls(), List.of());

        assertThat(compared.wrong).isEmpty();
        assertThat(compared.wrongThrows).isEmpty();
        assertThat(compared.wrongTypes).isEmpty();
        assertThat(compared.unmatched).isEmpty();
        assertThat(compared.unresolved).isEmpty();
        assertThat(compared.resolved).isGreaterThan(40);
    }

    /** Without half of the sources much is unknown; what is said to be resolved must be right all the same. */
    @Test
    void isNeverWrongWithoutAClassPath() throws IOException, URISyntaxException {
        Map<String, String> sources = corpus("corpus");
        JavacOracle.Attribution truth = JavacOracle.attribute(sources, List.of());
        sources.keySet().removeIf(path -> path.startsWith("base/"));

        OracleComparison compared = new OracleComparison().compare(sources, truth.calls(), List.of());

        assertThat(compared.wrong).isEmpty();
        assertThat(compared.wrongThrows).isEmpty();
        assertThat(compared.wrongTypes).isEmpty();
        assertThat(compared.unresolved).isNotEmpty();
        assertThat(compared.resolved).isGreaterThan(300);
    }
}
