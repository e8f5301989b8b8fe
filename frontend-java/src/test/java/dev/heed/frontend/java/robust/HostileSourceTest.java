package dev.heed.frontend.java.robust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.JavaFrontEnd;
import dev.heed.frontend.java.MemorySource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that nobody writes: each is read, or told of, and the file beside it is read in any case. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileSourceTest {
    private static final MemorySource GOOD = new MemorySource("Z.java", "class Z { void good() { } }");

    private record Read(List<String> functions, List<Notification> notifications) {}

    private static Read read(Duration fileTimeout, SourceFile... files) throws InterruptedException {
        List<Notification> notifications = Collections.synchronizedList(new ArrayList<>());
        FrontEnd.Context context = new FrontEnd.Context(
                List.of(),
                1,
                n -> {
                    if (n.kind() != Notification.Kind.INFO) {
                        notifications.add(n);
                    }
                },
                () -> {},
                lines -> {},
                fileTimeout,
                null,
                null);
        List<String> functions = new ArrayList<>();
        for (Program program : new JavaFrontEnd().read(List.of(files), context)) {
            program.functions().stream().map(Function::displayName).forEach(functions::add);
        }
        return new Read(functions, notifications);
    }

    private static String nested(String open, String inner, String close, int depth) {
        return open.repeat(depth) + inner + close.repeat(depth);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "braces | { | ; | }",
                "loops | while (f()) { | ; | }",
                "tries | try { | f(); | } finally { }",
                "ifs | if (f()) | ; |",
            })
    void twoThousandLevelsOfStatements(String name, String open, String inner, String close) throws Exception {
        String text = "class A { void m() { " + nested(open, inner, close == null ? "" : close, 2000) + " } }";
        accounted(read(Duration.ZERO, new MemorySource("A.java", text), GOOD), name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parentheses | ( | 1 | )",
                "calls | f( | 1 | )",
                "lambdas | () -> | null |",
                "casts | (Object) | null |",
                "negations | ! | true |",
                "arrays | new Object[] { | null | }",
                "conditionals | a ? b : | c |",
                "concatenation | a + | a |",
                "conjunction | a && | a |",
                "chain | a | .b() | ",
            })
    void twoThousandLevelsOfExpressions(String name, String open, String inner, String close) throws Exception {
        String expression = name.equals("chain")
                ? open + inner.repeat(2000)
                : nested(open + " ", inner, close == null ? "" : close, 2000);
        accounted(
                read(
                        Duration.ZERO,
                        new MemorySource("A.java", "class A { Object m() { return " + expression + "; } }"),
                        GOOD),
                name);
    }

    private static void accounted(Read read, String name) {
        assertThat(read.functions()).contains("good");
        assertThat(read.notifications()).as(name).noneMatch(n -> n.kind() == Notification.Kind.INTERNAL_ERROR);
        if (read.notifications().isEmpty()) {
            assertThat(read.functions()).as(name).contains("m");
        }
    }

    @Test
    void finallyInFinallyIsGivenUpAsTooLarge() throws Exception {
        String text =
                "class A { void n() { } void m() { " + nested("try { f(); } finally { ", "f();", " }", 40) + " } }";
        Read read = read(Duration.ZERO, new MemorySource("A.java", text), GOOD);
        assertThat(read.functions()).containsExactly("n", "good");
        assertThat(read.notifications())
                .singleElement()
                .satisfies(n -> assertThat(n.message()).startsWith("'m' was not analyzed because it is too large"));
    }

    @Test
    void aFileThatTakesTooLongIsToldOfAndTheNextIsRead() throws Exception {
        String text = "class A { " + "void m() { int x = 1; f(x + 1); } ".repeat(20_000) + " }";
        Read read = read(Duration.ofMillis(20), new MemorySource("A.java", text), GOOD);
        assertThat(read.functions()).containsExactly("good");
        assertThat(read.notifications()).singleElement().satisfies(n -> {
            assertThat(n.kind()).isEqualTo(Notification.Kind.INCOMPLETE);
            assertThat(n.path()).isEqualTo("A.java");
            assertThat(n.message()).contains("took too long").contains("--file-timeout");
        });
    }

    @Test
    void aWorkerThatHangsIsReplaced() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        SourceFile hanging = new SourceFile() {
            @Override
            public String path() {
                return "A.java";
            }

            @Override
            public String relativePath() {
                return "A.java";
            }

            @Override
            public dev.heed.engine.source.Language language() {
                return dev.heed.engine.source.Language.JAVA;
            }

            @Override
            public String text() {
                // Like a parser in an endless look-ahead: deaf to interrupts.
                while (!isOver.get()) {
                    Thread.onSpinWait();
                }
                return "";
            }
        };
        try {
            Read read = read(Duration.ofMillis(100), hanging, GOOD);
            assertThat(read.functions()).containsExactly("good");
            assertThat(read.notifications())
                    .singleElement()
                    .satisfies(n -> assertThat(n.message()).contains("took too long"));
        } finally {
            isOver.set(true);
        }
    }

    @Test
    void aFileThatNeedsTooMuchMemoryIsToldOfAndTheNextIsRead() throws Exception {
        SourceFile large = new SourceFile() {
            @Override
            public String path() {
                return "A.java";
            }

            @Override
            public String relativePath() {
                return "A.java";
            }

            @Override
            public dev.heed.engine.source.Language language() {
                return dev.heed.engine.source.Language.JAVA;
            }

            @Override
            public String text() {
                throw new OutOfMemoryError("test");
            }
        };
        Read read = read(Duration.ZERO, large, GOOD);
        assertThat(read.functions()).containsExactly("good");
        assertThat(read.notifications())
                .singleElement()
                .satisfies(n ->
                        assertThat(n.message()).contains("needs more memory").contains("-Xmx"));
    }

    /** Quadratic work would take minutes here. */
    @Test
    void oneLineOfMegabytesWithAnErrorIsReadToItsEnd() throws Exception {
        String text = "class A { " + "int x = 1; ".repeat(40_000) + " void m() { int y = ; } void n() { } }";
        Read read = read(Duration.ZERO, new MemorySource("A.java", text), GOOD);
        assertThat(read.functions()).contains("n", "good");
        assertThat(read.notifications())
                .singleElement()
                .satisfies(n -> assertThat(n.message()).startsWith("'m' was not analyzed"));
    }

    @Test
    void constantsOfMegabytesAreRead() throws Exception {
        String text = "class A { static final String S = \"" + "x".repeat(3_000_000)
                + "\"; static final String T = S + " + "S + ".repeat(50) + "S; void m() { f(T); } }";
        Read read = read(Duration.ZERO, new MemorySource("A.java", text), GOOD);
        assertThat(read.functions()).contains("m", "good");
        assertThat(read.notifications()).isEmpty();
    }
}
