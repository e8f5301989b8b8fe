package dev.heed.frontend.java.skim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkimmerTest {

    private static SkimmedType type(String text) {
        SkimmedUnit unit = Skimmer.skim(text);
        assertThat(unit).isNotNull();
        return unit.types().get(0);
    }

    private static List<String> members(SkimmedType type) {
        List<String> found = new ArrayList<>();
        type.members().forEach(member -> found.add(member.kind() + " " + member.name()));
        return found;
    }

    @Test
    void whatLooksLikeABraceIsNone() {
        SkimmedType type = type(
                "class A { String a() { return \"}\" + '}' + \"\"\"\n } \\\"\"\" } \"\"\"; /* } */ } // }\n void b() {} }");
        assertThat(members(type)).containsExactly("METHOD a", "METHOD b");
    }

    @Test
    void membersOfAllKinds() {
        SkimmedType type = type("""
                @X(a = {1, 2}) public final class A<T extends B & C<? super T>> extends D<T[]> implements E, F.G {
                    static { }
                    { }
                    int x, y[] = {1, 2}, z;
                    Map<String, List<int[]>> map = new HashMap<String, List<int[]>>();
                    A(int a, @Y final String... rest) throws P, Q.R { }
                    <U> U m(U[] u)  { return null; }
                    abstract void none();
                    enum N { P, Q { void q() {} }, R(1); N() {} }
                    record S(int a) { S { } }
                    @interface V { int v() default 1; }
                    ;
                }
                """);
        assertThat(members(type))
                .containsExactly(
                        "INITIALIZER ",
                        "INITIALIZER ",
                        "FIELD x",
                        "FIELD map",
                        "CONSTRUCTOR A",
                        "METHOD m",
                        "METHOD none",
                        "TYPE N",
                        "TYPE S",
                        "TYPE V");
        assertThat(type.typeParameters()).containsExactly("T:B&C<-T>");
        assertThat(type.superclass()).isEqualTo("D<T[]>");
        assertThat(type.interfaces()).containsExactly("E", "F.G");
        assertThat(type.members().get(2).variables())
                .extracting(SkimmedMember.Variable::name, SkimmedMember.Variable::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("x", "int"),
                        org.assertj.core.groups.Tuple.tuple("y", "int[]"),
                        org.assertj.core.groups.Tuple.tuple("z", "int"));
        SkimmedMember constructor = type.members().get(4);
        assertThat(constructor.parameters())
                .extracting(SkimmedMember.Parameter::type)
                .containsExactly("int", "String[]");
        assertThat(constructor.thrown()).containsExactly("P", "Q.R");
        SkimmedType constants = type.members().get(7).type();
        assertThat(constants.constants())
                .extracting(SkimmedType.Constant::hasBody)
                .containsExactly(false, true, false);
        assertThat(members(constants)).containsExactly("CONSTRUCTOR N");
        assertThat(members(type.members().get(8).type())).containsExactly("COMPACT_CONSTRUCTOR S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Object() { }",
                "new Map.Entry<A, B[]>() { }",
                "f(new Runnable() { public void run() {} })",
                "0; class L { }",
                "0; record P(int a) { }",
                "0; interface I { }"
            })
    void typesInCodeAreSeen(String code) {
        SkimmedType type =
                type("class A { void m() { Object o = " + code + "; } void n() { record = X.class; record(1); } }");
        assertThat(type.members().get(0).declaresTypes()).isTrue();
        assertThat(type.members().get(1).declaresTypes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { void m() { ",
                "class A { void m() { \"open\n } }",
                "class A { \\u0069nt x; }",
                "class A { void m() { enum E { X } } }",
                "class A { int m()[] { return null; } }",
                "void main() { }",
                "module m { }",
                "class A { /* }",
                "class A { Object x = new M<A, B, C>(); }",
                "class A } {"
            })
    void whatIsStrangeIsLeftToTheParser(String text) {
        assertThat(Skimmer.skim(text)).isNull();
    }

    @Test
    void wordsAreThoseOfTheCodeOnly() {
        SkimmedMember member = type("class A { void m() { a.b(c -> d); /* e */ \"f\"; X::g; if (h == i) { } } }")
                .members()
                .get(0);
        for (String word : List.of("a", "b", "c", "d", "X", "g", "h", "i", "if", "->", "::", "(")) {
            assertThat(member.words().mayContain(word)).as(word).isTrue();
        }
        for (String word : List.of("e", "f", "m", "=")) {
            assertThat(member.words().mayContain(word)).as(word).isFalse();
        }
    }

    @Test
    void theReducedTextKeepsPlaces() {
        String text = "package p;\nclass A {\n  void a() { x(); }\n\n    /* c */ void b() { // d\n\ty(); }\n}\n";
        SkimmedUnit unit = Skimmer.skim(text);
        assertThat(unit).isNotNull();
        SkimmedType type = unit.types().get(0);
        ReducedText.Reduced reduced =
                ReducedText.of(text, unit, Part.of(type, type.members().get(1)));
        assertThat(reduced.text()).isEqualTo("class A {\nvoid b() { \ny(); }\n}\n");
        assertThat(reduced.lines().line(2)).isEqualTo(5);
        assertThat(reduced.lines().column(2, 1)).isEqualTo(13);
        assertThat(reduced.lines().line(3)).isEqualTo(6);
        assertThat(reduced.lines().column(3, 1)).isEqualTo(2);
    }

    private static Words words(String body) {
        return type("class A { void m() { " + body + " } }").members().get(0).words();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop();",
                "this.stop(1, (2));",
                "a.<String>stop();",
                "stop /* now */\n ();",
                "f(x -> stop(x));",
                "int[] a = {stop()};",
                "return b ? 1 : stop();"
            })
    void aCallMakesAWord(String body) {
        assertThat(words(body).mayContain(Words.called("stop"))).isTrue();
    }

    @Test
    void aNameAloneIsNoCall() {
        assertThat(words("int stop = 1; (stop); stop.run(); if (stop) (go)();").mayContain(Words.called("stop")))
                .isFalse();
        assertThat(words("super.run(); int x = (1);").mayContain(Words.called("super")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(this::stop);", "f(A.B:: /**/ stop);", "f(A::<B>stop);", "a = b ? c::stop : null;"})
    void aReferenceMakesAWord(String body) {
        assertThat(words(body).mayContainAny(Words.referred("stop"))).isTrue();
    }

    @Test
    void aNameBehindOtherColonsIsNoReference() {
        assertThat(words("a = b ? c : stop; l: stop();").mayContainAny(Words.referred("stop")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop = true;",
                "this.stop = true;",
                "a = b = stop = c;",
                "stop += 1;",
                "stop |= a;",
                "stop <<= 1;",
                "stop >>= 1;",
                "stop >>>= 1;",
                "stop++;",
                "--stop;",
                "(stop) = true;",
                "f(() -> stop = true);"
            })
    void anAssignmentMakesAWord(String body) {
        assertThat(words(body).mayContainAny(Words.assigned("stop"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = stop;", "if (stop == a || stop <= b || stop >= c || stop != d) { }", "stop.set(1);"})
    void whatOnlyReadsIsNoAssignment(String body) {
        assertThat(words(body).mayContainAny(Words.assigned("stop"))).isFalse();
    }
}
