package dev.heed.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.heed.engine.scan.Notification;
import dev.heed.frontend.java.JavaMembers.Parsed;
import dev.heed.frontend.java.lower.Declarations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaParserMembersTest {
    private final JavaMembers members = new JavaParserMembers();

    private Parsed parse(String text) {
        return members.parse("A.java", text);
    }

    private static List<String> methods(CompilationUnit unit) {
        return unit.findAll(MethodDeclaration.class).stream()
                .map(m -> m.getNameAsString() + (m.containsData(Declarations.NOT_ANALYZED) ? "!" : ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "// nothing\n",
                "void main() { System.out.println(1); }\nint x = 3;\n",
                "import module java.base;\nvoid main() { }\n",
                "import module java.base;\nclass A { }\n",
                "class A { A(int x) { if (x < 0) throw new Error(); super(); } }",
                "class A { void m() { interface X { void f(); } record R(int a) { R { a = 1; } } class C {} } }",
                "class A { void m() { int _ = 3; try { } catch (Exception _) { } for (var _ : l) {} f(_ -> 1); } }",
                "class A { void m(Object o) { if (o instanceof P(_, int _, Q(var b))) {} } }",
                "class A { int m(Object o) { return switch (o) { case String s when s.isEmpty() -> 1;"
                        + " case P(int a, var c) when a > 3 -> { yield 2; } case Q _ -> 4; case null, default -> 3; }; } }",
                "class A { String s = \"\"\"\n  a \"quoted\"\n  \\\"\"\" b\\\n  \"\"\"; }",
                "module a.b { requires java.base; exports a; }",
                "@Deprecated\npackage a.b;\n",
                "/// says {@code `}\nclass A { /// more\n void m() {} }",
                "\uFEFFclass A {}",
                "sealed interface A permits B {} non-sealed class B implements A {}",
                "class A { void m() { int when = 1, record = 2, permits = 3, sealed = 4, module = 5; when = record; } }",
            })
    void readsAllOfTheLanguage(String text) {
        assertThat(parse(text).notifications()).isEmpty();
    }

    @Test
    void byteOrderMarkTakesNoColumn() {
        CompilationUnit unit = parse("\uFEFFclass A {}").unit();
        assertThat(unit.getType(0).getBegin().orElseThrow().column).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int x = ; foo();                       | 1:46 | unexpected \";\"",
                "foo(1,,2);                             | 1:44 | unexpected \",\"",
                "char c = 'ab';                         | 1:49 | no Java token",
                "int c = #;                             | 1:46 | no Java token",
                "if (o instanceof int) { }              | 1:58 | unexpected \")\"",
                "if (o instanceof int i) { }            | 1:19 |",
                "String s = STR.\"a\\{o + \"}\"}\";        | 1:56 | no Java token",
            })
    void oneBrokenBodyLeavesTheOthers(String body, String place, String reason) {
        Parsed parsed = parse("class A { int f;  void m(Object o) { " + body + " } void n() { bar(); } int z = g(); }");
        assertThat(methods(parsed.unit())).containsExactly("m!", "n");
        assertThat(parsed.unit().findAll(MethodCallExpr.class)).hasSize(2);
        assertThat(parsed.notifications()).singleElement().satisfies(n -> {
            assertThat(n.kind()).isEqualTo(Notification.Kind.INCOMPLETE);
            assertThat(String.valueOf(n.span())).startsWith(place.strip());
            assertThat(n.message())
                    .startsWith("'m' was not analyzed because it could not be parsed")
                    .contains(reason == null ? "" : reason);
        });
    }

    @Test
    void brokenSignatureLosesItsMemberOnly() {
        Parsed parsed = parse("class A {\n void m( { }\n void n() { bar(); }\n int z;\n}");
        assertThat(methods(parsed.unit())).containsExactly("n");
        assertThat(parsed.notifications()).hasSize(1);
    }

    @Test
    void missingBraceLosesItsMemberOnly() {
        Parsed parsed = parse("""
                class A {
                    void m() {
                        if (x) {
                    }

                    public void n() { bar(); }
                    private int z;
                }
                """);
        assertThat(methods(parsed.unit())).containsExactly("n");
        assertThat(parsed.unit().getType(0).getFields()).hasSize(1);
        assertThat(parsed.notifications())
                .singleElement()
                .satisfies(n -> assertThat(n.message()).startsWith("'m' was not analyzed"));
    }

    @Test
    void closingBraceTooMuchKeepsWhatCameBefore() {
        Parsed parsed = parse("class A {\n void l() { foo(); }\n void m() { } }\n void n() { bar(); }\n}\n");
        assertThat(methods(parsed.unit())).contains("l", "m");
        assertThat(parsed.notifications()).isNotEmpty();
    }

    @Test
    void brokenFieldInitializerLosesItselfOnly() {
        Parsed parsed = parse("class A { int a = 1 +; Runnable r = () -> { foo(; }; void n() { } }");
        assertThat(methods(parsed.unit())).containsExactly("n");
        assertThat(parsed.unit().getType(0).getFields()).hasSize(2);
        assertThat(parsed.notifications()).hasSize(2);
    }

    @Test
    void manyBrokenMembersAreEachNamed() {
        StringBuilder text = new StringBuilder("class A {\n");
        for (int i = 0; i < 30; i++) {
            text.append("  void m")
                    .append(i)
                    .append("() { ")
                    .append(i % 3 == 0 ? "if (o instanceof int k) {}" : "f();")
                    .append(" }\n");
        }
        Parsed parsed = parse(text.append("}\n").toString());
        assertThat(parsed.notifications()).hasSize(10);
        assertThat(methods(parsed.unit())).hasSize(30).contains("m0!", "m1", "m2", "m27!", "m28");
    }

    @Test
    void localEnumIsReadWhereItStands() {
        Parsed parsed = parse("""
                class A {
                    int m() {
                        enum X implements I {
                            P, Q(1) { void f() { foo(); } };
                            X(int... n) {}
                            void f() {}
                        }
                        return X.P.hashCode();
                    }

                    void n() { Runnable r = () -> { enum Y { R } }; }
                }
                """);
        assertThat(parsed.notifications()).isEmpty();
        assertThat(methods(parsed.unit())).contains("m", "n", "f");
        EnumDeclaration found = parsed.unit().findFirst(EnumDeclaration.class).orElseThrow();
        assertThat(found.getNameAsString()).isEqualTo("X");
        assertThat(found.getBegin().orElseThrow().line).isEqualTo(3);
        assertThat(found.getBegin().orElseThrow().column).isEqualTo(9);
        assertThat(found.getEntries()).hasSize(2);
        assertThat(found.getParentNode().orElseThrow()).isInstanceOf(TypeDeclaration.class);
        assertThat(parsed.unit().findAll(EnumDeclaration.class)).hasSize(2);
    }

    @Test
    void localEnumBesideABrokenMember() {
        Parsed parsed = parse("class A { void m() { enum X { P } } void n() { foo(; } void o() { } }");
        assertThat(methods(parsed.unit())).contains("m", "n!", "o");
        assertThat(parsed.unit().findAll(EnumDeclaration.class)).hasSize(1);
        assertThat(parsed.notifications()).hasSize(1);
    }

    @Test
    void deepNestingLosesItsMemberOnly() throws InterruptedException {
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        Parsed[] parsed = new Parsed[1];
        Thread thread = new Thread(
                null,
                () -> parsed[0] = parse("class A { void n() { } int m() { return " + deep + "; } }"),
                "small",
                1 << 20);
        thread.start();
        thread.join();
        assertThat(methods(parsed[0].unit())).containsExactly("n", "m!");
        assertThat(parsed[0].notifications())
                .singleElement()
                .satisfies(n -> assertThat(n.message()).contains("nested too deeply"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}}}}",
                "{{{{",
                "class",
                "class A {",
                "class A { void m(",
                "class A { \"",
                "\"\"\"",
                "/*",
                "'",
                "enum E { A {",
                "class A { void m() { enum",
                "class A { int x = {",
                "@",
                "@A(",
                "class A { @A({1,2}) void m() { ; } \u0000 }",
                "import",
                "int int int;",
                "class A { void m() { \"\\{",
                "\\u0000",
                "class A { A( } }",
                "record R(",
                "=",
                "= {"
            })
    void takesAnyText(String text) {
        Parsed parsed = parse(text);
        assertThat(parsed.unit()).isNotNull();
    }

    @Test
    void bodiesBlankedBeforehandAreEmpty() {
        Parsed parsed = parse("class A {\n void m() {\n\n }\n int n() {      }\n}");
        assertThat(parsed.notifications()).isEmpty();
        assertThat(parsed.unit().findAll(CallableDeclaration.class)).hasSize(2);
    }
}
