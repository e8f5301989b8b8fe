package dev.heed.frontend.java.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.MemorySource;
import dev.heed.frontend.java.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places, told by the text that they cover. */
class SpansTest {
    private static final String TEXT = """
            package p;

            class A {
                @Deprecated
                private int work(int a, String... b) throws Exception, Error {
                    try {
                        java.util.List<String> list = new java.util.ArrayList<>(a);
                        return this.work(list.size(), b);
                    } catch (final RuntimeException | Error e) {
                        throw new IllegalStateException(e);
                    } finally {
                        while (a > 0) { a--; }
                    }
                }

                A() { super(); }

                abstract class B { abstract void none(@X({1, 2}) int a); }

                Runnable r = (  ) -> System.out.println("x");
            }
            """;

    private final List<Function> functions =
            Reading.of(new MemorySource("A.java", TEXT)).program().functions();

    private static String text(Span span) {
        String[] lines = TEXT.split("\n", -1);
        if (span.startLine() == span.endLine()) {
            return lines[span.startLine() - 1].substring(span.startColumn() - 1, span.endColumn() - 1);
        }
        StringBuilder text = new StringBuilder(lines[span.startLine() - 1].substring(span.startColumn() - 1));
        for (int line = span.startLine(); line < span.endLine() - 1; line++) {
            text.append('\n').append(lines[line]);
        }
        return text.append('\n')
                .append(lines[span.endLine() - 1], 0, span.endColumn() - 1)
                .toString();
    }

    private Function function(String name) {
        return functions.stream()
                .filter(f -> f.ref().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Op> List<T> ops(Function function, Class<T> type) {
        return function.blocks().stream()
                .flatMap(b -> b.ops().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void methods() {
        Function work = function("work");
        assertThat(text(work.span())).startsWith("@Deprecated").endsWith("        }\n    }");
        assertThat(text(work.nameSpan())).isEqualTo("work");
        assertThat(text(work.bodySpan())).startsWith("{\n        try").endsWith("\n    }");
        assertThat(work.throwsInsertion()).hasToString("5:65-5:65");
        assertThat(work.annotations()).containsExactly("Deprecated");
        assertThat(work.declaredThrows()).containsExactly("java.lang.Exception", "java.lang.Error");
        assertThat(function("<init>").throwsInsertion()).hasToString("16:8-16:8");
        assertThat(function("none").bodySpan()).isNull();
        assertThat(function("none").throwsInsertion()).hasToString("18:60-18:60");
    }

    @Test
    void lambdas() {
        Function lambda = functions.stream()
                .filter(f -> f.kind() == Function.Kind.LAMBDA)
                .findFirst()
                .orElseThrow();
        assertThat(lambda.ref().name())
                .isEqualTo("lambda$" + lambda.span().startLine() + ":"
                        + lambda.span().startColumn());
        assertThat(text(lambda.span())).isEqualTo("(  ) -> System.out.println(\"x\")");
        assertThat(text(lambda.nameSpan())).isEqualTo("(  ) ->");
        assertThat(text(lambda.bodySpan())).isEqualTo("System.out.println(\"x\")");
        assertThat(lambda.throwsInsertion()).isNull();
        Op.Call call = ops(lambda, Op.Call.class).get(0);
        assertThat(call.isStatement()).isTrue();
        assertThat(call.result()).isNull();
    }

    @Test
    void calls() {
        assertThat(ops(function("work"), Op.Call.class))
                .extracting(c -> text(c.span()) + " | " + text(c.nameSpan()))
                .containsExactly(
                        "new java.util.ArrayList<>(a) | java.util.ArrayList",
                        "list.size() | size",
                        "this.work(list.size(), b) | work",
                        "new IllegalStateException(e) | IllegalStateException");
        assertThat(ops(function("<init>"), Op.Call.class))
                .extracting(c -> text(c.span()) + " | " + text(c.nameSpan()))
                .containsExactly("super(); | super");
    }

    @Test
    void tries() {
        Function work = function("work");
        Op.CatchEntry entry = ops(work, Op.CatchEntry.class).get(0);
        assertThat(text(entry.span())).isEqualTo("final RuntimeException | Error e");
        Handler.CatchText clause = entry.clause().text();
        assertThat(text(clause.clause())).startsWith("catch (final").endsWith("(e);\n        }");
        assertThat(clause.typeSpans()).extracting(SpansTest::text).containsExactly("RuntimeException", "Error");
        assertThat(clause.parameterName()).isEqualTo("e");
        assertThat(text(clause.body())).startsWith("{\n").endsWith("}");
        Handler.TryStatement statement = entry.clause().statement();
        assertThat(text(statement.span())).startsWith("try {").endsWith("a--; }\n        }");
        assertThat(text(statement.body())).startsWith("{\n            java").endsWith("b);\n        }");
        assertThat(text(statement.finallyBody()))
                .startsWith("{\n            while")
                .endsWith("a--; }\n        }");
    }

    @Test
    void jumps() {
        Function work = function("work");
        assertThat(work.blocks())
                .filteredOn(Block::isLoopHead)
                .isNotEmpty()
                .allSatisfy(b -> assertThat(text(b.loopSpan())).isEqualTo("while (a > 0) { a--; }"));
        assertThat(work.blocks())
                .map(Block::terminator)
                .filteredOn(t -> t instanceof Terminator.Throw thrown && !thrown.isImplicit())
                .extracting(t -> text(t.span()))
                .containsExactly("throw new IllegalStateException(e);");
        assertThat(work.blocks())
                .map(Block::terminator)
                .filteredOn(Terminator.Return.class::isInstance)
                .extracting(t -> text(t.span()))
                .containsExactly("return this.work(list.size(), b);");
        assertThat(work.blocks())
                .map(Block::terminator)
                .filteredOn(t -> t instanceof Terminator.Branch)
                .extracting(t -> text(t.span()))
                .containsOnly("a > 0");
    }

    @Test
    void membersThatCannotBeLoweredHaveNoBody() {
        StringBuilder large = new StringBuilder("int x = 1;");
        for (int i = 0; i < 18; i++) {
            large.append("try { x(); } finally {");
        }
        large.append("x();").append("}".repeat(18));
        Reading reading = Reading.of(new MemorySource(
                "B.java", "class B { void x() {} void large() { " + large + " }\n void small() { x(); } }"));
        assertThat(reading.notifications())
                .extracting(Notification::message)
                .containsExactlyInAnyOrder(
                        "'large' was not analyzed because it is too large; split it into smaller parts.");
        assertThat(reading.program().functions())
                .filteredOn(Function::hasBody)
                .extracting(f -> f.ref().name())
                .containsExactly("x", "small");
    }
}
