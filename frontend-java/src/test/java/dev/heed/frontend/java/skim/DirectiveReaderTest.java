package dev.heed.frontend.java.skim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.source.Directive;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveReaderTest {

    private record Text(String text) implements SourceFile {
        @Override
        public String path() {
            return "A.java";
        }

        @Override
        public String relativePath() {
            return "A.java";
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }
    }

    private static List<Directive> read(String text) {
        return DirectiveReader.read(new Text(text), text);
    }

    /** The text that the one directive is about. */
    private static String covered(String text) {
        List<Directive> found = read(text);
        assertThat(found).hasSize(1);
        return of(text, found.get(0).covers());
    }

    private static String of(String text, Span span) {
        LineTable lines = LineTable.of((text + "\n").toCharArray());
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            Span here = new Span(lines.line(i), lines.column(i), lines.line(i), lines.column(i));
            boolean isIn = span.contains(here)
                    && !(span.endLine() == here.startLine() && span.endColumn() == here.startColumn());
            result.append(isIn ? String.valueOf(text.charAt(i)) : "");
        }
        return result.toString().strip();
    }

    private static String without(String text, String... names) {
        var edit = read(text).get(0).without(Set.of(names));
        LineTable lines = LineTable.of((text + "\n\n").toCharArray());
        StringBuilder result = new StringBuilder();
        boolean isDone = false;
        for (int i = 0; i <= text.length(); i++) {
            Span here = new Span(lines.line(i), lines.column(i), lines.line(i), lines.column(i));
            if (!isDone && here.compareTo(edit.span().before()) >= 0) {
                result.append(edit.text());
                isDone = true;
            }
            boolean isIn = edit.span().contains(here)
                    && !(edit.span().endLine() == here.startLine()
                            && edit.span().endColumn() == here.startColumn());
            result.append(isIn || i == text.length() ? "" : String.valueOf(text.charAt(i)));
        }
        return result.toString();
    }

    @Test
    void behindCodeItIsAboutTheLine() {
        String text = "class A {\n  void f() {\n    a(); b(); // heed: ignore[x, y] told elsewhere\n    c();\n  }\n}\n";
        Directive directive = read(text).get(0);
        assertThat(directive.names()).containsExactly("x", "y");
        assertThat(directive.reason()).isEqualTo("told elsewhere");
        assertThat(covered(text)).isEqualTo("a(); b(); // heed: ignore[x, y] told elsewhere");
    }

    @Test
    void aloneItIsAboutTheNextStatement() {
        assertThat(covered("class A {\n void f() {\n // heed: ignore[x]\n g(() -> { h(); });\n k();\n }\n}"))
                .isEqualTo("g(() -> { h(); });");
        assertThat(
                        covered(
                                "class A { void f() {\n a();\n // heed: ignore[x]\n try { b(); } catch (E e) { } finally { c(); }\n d(); } }"))
                .isEqualTo("try { b(); } catch (E e) { } finally { c(); }");
        assertThat(covered("class A { void f() {\n // heed: ignore[x]\n if (a) b(); else { c(); }\n d(); } }"))
                .isEqualTo("if (a) b(); else { c(); }");
        assertThat(covered("class A { void f() {\n // heed: ignore[x]\n do { a(); } while (b);\n d(); } }"))
                .isEqualTo("do { a(); } while (b);");
        assertThat(covered("class A { void f() {\n // heed: ignore[x]\n do { a(); } while (b); while (c) d(); } }"))
                .startsWith("do { a(); } while (b);");
        assertThat(
                        covered(
                                "class A { int f() {\n // heed: ignore[x]\n return new B() { int c() { return 1; } }.c();\n } }"))
                .isEqualTo("return new B() { int c() { return 1; } }.c();");
        assertThat(covered(
                        "class A { void f() {\n // heed: ignore[x]\n for (int i = 0; i < 1; i++) { a(); }\n b(); } }"))
                .isEqualTo("for (int i = 0; i < 1; i++) { a(); }");
        assertThat(
                        covered(
                                "class A { void f(int i) { switch (i) {\n // heed: ignore[x]\n case 1 -> { a(); }\n case 2 -> b(); } } }"))
                .isEqualTo("case 1 -> { a(); }");
    }

    @Test
    void aloneItIsAboutTheNextDeclaration() {
        assertThat(covered("class A {\n // heed: ignore[x]\n @B({1, 2}) int f() throws C { return 1; }\n int g; }"))
                .isEqualTo("@B({1, 2}) int f() throws C { return 1; }");
        assertThat(covered("class A {\n // heed: ignore[x]\n int[] f = { 1, 2 }, g = { 3 };\n int h; }"))
                .isEqualTo("int[] f = { 1, 2 }, g = { 3 };");
        assertThat(covered("// heed: ignore[x]\nclass A { int g; }\nclass B { }"))
                .isEqualTo("class A { int g; }");
    }

    @Test
    void firstInACatchItIsAboutTheHandler() {
        assertThat(
                        covered(
                                "class A { void f() { try { a(); } catch (E e) {\n // heed: ignore[x] known\n b(); }\n c(); } }"))
                .isEqualTo("catch (E e) {\n // heed: ignore[x] known\n b(); }");
        assertThat(covered("class A { void f() { while (a) {\n // heed: ignore[x]\n } b(); } }"))
                .isEqualTo("while (a) {\n // heed: ignore[x]\n }");
        assertThat(covered("class A { void f() {\n // heed: ignore[x]\n b(); c(); } }"))
                .isEqualTo("b();");
    }

    @Test
    void annotationsAreAboutWhatTheyStandOn() {
        assertThat(covered("class A { @SuppressWarnings(\"heed:x\") void f() { a(); } int b; }"))
                .isEqualTo("@SuppressWarnings(\"heed:x\") void f() { a(); }");
        assertThat(covered("class A { void f(@SuppressWarnings(\"heed:x\") B b, int c) { } }"))
                .isEqualTo("@SuppressWarnings(\"heed:x\") B b");
        assertThat(
                        covered(
                                "class A { void f() { @java.lang.SuppressWarnings(value = {\"a\", \"heed:x\"}) var b = c(() -> { d(); }); e(); } }"))
                .isEqualTo("@java.lang.SuppressWarnings(value = {\"a\", \"heed:x\"}) var b = c(() -> { d(); });");
        assertThat(read("@SuppressWarnings({\"heed:x\", B, \"heed:y\"}) class A { }")
                        .get(0)
                        .names())
                .containsExactly("x", "y");
        assertThat(covered("enum A { @SuppressWarnings(\"heed:x\") B { void c() { } }, D }"))
                .isEqualTo("@SuppressWarnings(\"heed:x\") B { void c() { } }");
    }

    @Test
    void namesAreTakenAway() {
        assertThat(without("a(); // heed: ignore[x, y] why\nb();", "x")).isEqualTo("a(); // heed: ignore[y] why\nb();");
        assertThat(without("a(); // heed: ignore[x, y] why\nb();", "x", "y")).isEqualTo("a();\nb();");
        assertThat(without("{\n  // heed: ignore[x] why\n  b();", "x")).isEqualTo("{\n  b();");
        assertThat(without("{\r\n  // heed: ignore[x] why\r\n  b();", "x")).isEqualTo("{\r\n  b();");
        assertThat(without("a(); // said before // heed: ignore[x] why\nb();", "x"))
                .isEqualTo("a(); // said before\nb();");
        assertThat(without("@SuppressWarnings({\"a\", \"heed:x\"})\nclass B { }", "x"))
                .isEqualTo("@SuppressWarnings({\"a\"})\nclass B { }");
        assertThat(without("class B {\n  @SuppressWarnings(\"heed:x\")\n  int a;\n}", "x"))
                .isEqualTo("class B {\n  int a;\n}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { String s = \"// heed: ignore[x]\"; }",
                "class A { String s = \"\"\"\n // heed: ignore[x]\n \"\"\"; }",
                "class A { } // heed: swallowed-interrupt \"text\"",
                "class A { } // see heed: ignored",
                "/** Write {@code // heed: ignore[x] why}. */ class A { }",
                "@SuppressWarnings(\"unchecked\") class A { } // heed:",
                "@Other(\"heed:x\") class A { }",
            })
    void whatOnlyLooksLikeOneIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// heed: ignore[x",
                "// heed: ignore[x]",
                "}}} // heed: ignore[x]\n )) {",
                "@SuppressWarnings(\"heed:x\")",
                "@SuppressWarnings(\"heed:x\"",
                "@SuppressWarnings(",
                "/* heed: ignore[x]",
                "class A { /* heed: ignore[x] */",
                "\" // heed: ignore[x]",
                "@ // heed: ignore[x]\n@",
                "case // heed: ignore[x]\n\n->",
            })
    void brokenTextsAreTaken(String text) {
        assertThat(read(text))
                .allSatisfy(directive -> assertThat(directive.covers()).isNotNull());
    }

    @Test
    void namesMayBeMissing() {
        assertThat(read("a(); // heed: ignore because I say so").get(0).names()).isEmpty();
        assertThat(read("a(); // heed: ignore[]").get(0).names()).isEmpty();
    }
}
