package dev.heed.frontend.java.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.frontend.java.MemorySource;
import dev.heed.frontend.java.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each Java construct as IR. With {@code -Dheed.regenerate=true} the expected files are written anew: read the diff. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/lower");

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void lowersAsExpected(Path source) throws IOException {
        Reading reading = Reading.of(new MemorySource(source.getFileName().toString(), Files.readString(source)));
        assertThat(reading.notifications()).isEmpty();
        List<Function> functions = reading.program().functions();
        String actual = functions.stream().map(IrDump::text).collect(Collectors.joining("\n"));
        Path expected = Path.of(source.toString().replace(".java", ".ir"));
        if (Boolean.getBoolean("heed.regenerate")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
        assertThat(functions).allSatisfy(Invariants::check);
    }
}
