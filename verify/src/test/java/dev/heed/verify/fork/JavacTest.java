package dev.heed.verify.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler, with annotation processors as projects have them: without Lombok's work nothing of theirs compiles. */
class JavacTest {
    private static final String PROCESSOR = """
            package made;

            import java.io.Writer;
            import java.util.Set;
            import javax.annotation.processing.*;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.TypeElement;

            @SupportedAnnotationTypes("*")
            public class Maker extends AbstractProcessor {
                private boolean isDone;

                @Override
                public SourceVersion getSupportedSourceVersion() {
                    return SourceVersion.latest();
                }

                @Override
                public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
                    if (!isDone) {
                        isDone = true;
                        try (Writer out = processingEnv.getFiler().createSourceFile("made.Made").openWriter()) {
                            out.write("package made; public class Made { public static int one() { return 1; } }");
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                    return false;
                }
            }
            """;
    private static final String USES = "class Uses { int m() { return made.Made.one(); } }\n";

    @TempDir
    Path root;

    private final Javac javac = new Javac(
            new Bounds(Path.of(System.getProperty("java.home"), "bin", "java"), Duration.ofSeconds(60), 256, 100));

    private Path processors;

    @BeforeEach
    void prepare() throws IOException {
        processors = Files.createDirectories(root.resolve("processors"));
    }

    private Optional<String> compile(String source) throws Exception {
        Path file = Files.writeString(root.resolve("Uses.java"), source);
        return javac.compile(root, List.of(file), List.of(processors), 17, root.resolve("out"));
    }

    private void processor(String text) throws Exception {
        Path file = root.resolve("Maker.java");
        Files.writeString(file, text);
        assertThat(javac.compile(root, List.of(file), List.of(), 17, processors))
                .isEmpty();
        Path services = Files.createDirectories(processors.resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), "made.Maker\n");
    }

    @Test
    void whatProcessorsMakeIsThere() throws Exception {
        processor(PROCESSOR);
        assertThat(compile(USES)).isEmpty();
        assertThat(root.resolve("out/made/Made.class")).exists();
    }

    @Test
    void aProcessorThatFailsIsNoHarmWhereItIsNotNeeded() throws Exception {
        processor(PROCESSOR.replace("if (!isDone) {", "if (true) { throw new IllegalStateException(\"too old\"); } {"));
        assertThat(compile("class Uses {}\n")).isEmpty();
    }

    @Test
    void aProcessorThatFailsIsNamedWhereItIs() throws Exception {
        processor(PROCESSOR.replace("if (!isDone) {", "if (true) { throw new IllegalStateException(\"too old\"); } {"));
        assertThat(compile(USES).orElse(""))
                .isEqualTo("an annotation processor fails on this javac: java.lang.IllegalStateException: too old; and"
                        + " without it: Uses.java:1: error: cannot find symbol");
    }

    /** Without processors another error would be the first: that of what they would have made. */
    @Test
    void ofTwoReasonsThatOfTheProjectIsTold() throws Exception {
        processor(PROCESSOR);
        assertThat(compile(USES.replace("one();", "one() + none;")).orElse(""))
                .isEqualTo("Uses.java:1: error: cannot find symbol");
    }
}
