package dev.heed.frontend.java.lower;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.frontend.java.JavaParserMembers;
import dev.heed.frontend.java.MemorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        String text = Files.readString(source);
        var parsed = new JavaParserMembers().parse(source.toString(), text);
        assertThat(parsed.notifications()).isEmpty();
        CompilationUnit unit = parsed.unit();
        List<Function> functions = UnitLowering.lower(
                new MemorySource(source.getFileName().toString(), text), unit, new PlainResolver(unit), Map.of(), n -> {
                    throw new AssertionError(n);
                });
        String actual = functions.stream().map(IrDump::text).collect(Collectors.joining("\n"));
        Path expected = Path.of(source.toString().replace(".java", ".ir"));
        if (Boolean.getBoolean("heed.regenerate")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
        assertThat(functions).allSatisfy(Invariants::check);
    }
}
