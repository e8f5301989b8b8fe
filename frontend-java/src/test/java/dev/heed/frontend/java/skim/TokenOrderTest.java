package dev.heed.frontend.java.skim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that cannot be Java is not skimmed: the parser tells what is wrong with it. */
class TokenOrderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = ;",
                "int x = 1",
                "foo(a, );",
                "return foo + a b;",
                "a.;",
                "a..b();",
                "x = = 1;",
                "x = 1 * / 2;",
                "if x > 1 { }",
                "try { } ; catch (A e) { }",
                "try { } finally x();",
                "return foo bar;",
                "return \"a\" \"b\";",
                "String s = new;",
                "x = 5 y;",
                "int a b = 1;",
                "foo(];",
                "int[] a = {1, 2;};",
                "throw ;",
                "for (;;) { break 1; }",
                "while (true) { foo() }",
                "x = if (a) b;"
            })
    void doubts(String statement) {
        assertThat(Skimmer.skim("class A { void f() { " + statement + " } void g() { } }"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int a = ;", "int a = 1 2;", "int[] a = {1, 2};; int b = foo(;"})
    void doubtsValuesOfFields(String field) {
        assertThat(Skimmer.skim("class A { " + field + " }")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f1 = 1, g; f1++; --f1; f1 = f1-- - --f1 + +1;",
                "double d = .5 + 1.e3 - 1e-3 + 0x1.8p+1; foo(.5, -.5);",
                "List<? super A>[] x = new List[0]; Map<?, ? extends B<?>> m = new HashMap<>() { int a = 1; };",
                "Supplier<A> s = A::new, t = int[]::new; foo(this::<A>bar, B[]::new);",
                "Object o = a ? this : super.b(); o = a ? new A() : new B();",
                "try (A a = b(); c) { } catch (@X final A | B ex) { } finally { }",
                "label: for (;;) { continue label; }",
                "switch (x) { case A a when a.b() -> { } case B(var c, int d) -> throw e; case null, default -> f(); }",
                "int y = switch (x) { case 1, 2: yield 3; default: yield -1; };",
                "switch (x) { default: }",
                "if (o instanceof final A a && a.b()) return; else ;",
                "@X({A, B}) final int[][] z = {{1, 2,}, {}};",
                "var v = (Runnable & Serializable) () -> { }; foo((A) b, (int) c, (x, y) -> x);",
                "synchronized (this) { assert a : \"b\"; }",
                "class L<T extends A & B> extends C<T> implements D { @Override public L foo(A... as) throws E { } }",
                "record R(int a) { R { } static <T> T of(T t) { return t; } } interface I { }",
                "int record = 1, when = record, permits; yield.foo(); sealed = non - sealed;",
                "a.b.C.<D>e().f[0].g = h.class.i; java.util.@X List<@Y String> l = null;",
                "x >>>= 1; y = a >> 2 << 3 >>> 4; z = !a && ~b != c || d == e ^ f;",
                "\"x\".foo(); ; { } new A().b(); foo(a -> -1, b -> { return; });"
            })
    void doubtsNoJava(String statements) {
        assertThat(Skimmer.skim("class A { void f() { " + statements + " } }")).isNotNull();
    }

    @Test
    void doubtsNoneOfOurOwnCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("resources"))
                    .toList()) {
                assertThat(Skimmer.skim(Files.readString(file))).as("%s", file).isNotNull();
            }
        }
    }
}
