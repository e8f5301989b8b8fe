package com.github.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The trees of the direct parser against those of the parser itself: the same nodes at the same places. With
 * {@code -Dheed.sources=DIR} also of the sources jars in a directory.
 */
class DirectParserTest {
    private final DirectParser direct = new DirectParser(() -> {});
    private final JavaParser parser = parser();

    private static JavaParser parser() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                .setAttributeComments(false)
                .setTabSize(1);
        configuration.getProcessors().clear();
        return new JavaParser(configuration);
    }

    /** What differs first, or null. */
    private static String difference(Node expected, Node actual) {
        boolean isSamePlace =
                expected instanceof CompilationUnit // begins at the first blank for the one, at a word for the other
                        ? expected.getRange()
                                .map(range -> range.end)
                                .equals(actual.getRange().map(range -> range.end))
                        : expected.getRange().equals(actual.getRange());
        if (!expected.getClass().equals(actual.getClass()) || !isSamePlace) {
            return describe(expected) + " but " + describe(actual);
        }
        List<Node> children = expected.getChildNodes();
        List<Node> others = actual.getChildNodes();
        if (children.size() != others.size() || (children.isEmpty() && !expected.equals(actual))) {
            return describe(expected) + " but " + describe(actual);
        }
        for (int i = 0; i < children.size(); i++) {
            String found = difference(children.get(i), others.get(i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String describe(Node node) {
        return node.getClass().getSimpleName() + " " + node.getRange().orElse(null) + " " + node;
    }

    private void assertSame(String text) {
        Optional<CompilationUnit> unit = direct.parse(text);
        assertThat(unit).as(text).isPresent();
        ParseResult<CompilationUnit> expected = parser.parse(text);
        assertThat(expected.getProblems()).isEmpty();
        assertThat(difference(expected.getResult().orElseThrow(), unit.get())).isNull();
        assertThat(unit.get()).isEqualTo(expected.getResult().get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "class A {}",
                "class A {}\r\n",
                "class A {}\r\rclass B {}",
                "/** doc */ package a; import b.*; // end\n/* x\n * y */ class A /**/ { }\n\n",
                "class A { Map<String, List<Map<A, B>>> m; int x = a >> 1 >>> 2; boolean b = a >= b, c = a>>b>c; }",
                "class A { void m() { a >>= 1; a >>>= 2; a <<= 3; a += b -= c *= d /= e %= f ^= g &= h |= i; } }",
                "class A { boolean b = !a == b != c && d || e & f | g ^ ~h; int i = a++ + ++b - c-- - --d; }",
                "class A { int a = 0, b = 017, c = 0x1F, d = 0b101, e = 1_000; long f = 1L, g = 0xFFL, h = 0l; }",
                "class A { double a = 1., b = .5, c = 1.5e-3, d = 1e10, e = 1f, f = 1.0D, g = 0.0, h = 09.5; }",
                "class A { char a = 'a', b = '\\n', c = '\\'', d = '\"'; String s = \"\\\"\\\\ é \" + \"//\"; }",
                "class A { Runnable r = () -> {}; F f = A::new, g = this::<T>m; int[] x(int... a) { return a; } }",
                "record R(int a, String b) { R { } } sealed interface S permits A, B {} @interface V { int v() default 1; }",
                "class A { void m() { switch (a) { case B b when b.c -> {} case 1, 2 -> { yield 3; } default -> {} } } }",
                "class A { void m() { for (var _ : a) { } if (a instanceof R(var b, _)) { } label: while (true) break label; } }",
                "module a.b { requires transitive c; exports d to e; opens f; uses G; provides H with I; }",
                "class A { int record, when, with, to, open, module, sealed, permits, requires; }",
                "class A {\tint a; \f int\tb; }"
            })
    void theSameNodesAtTheSamePlaces(String text) {
        assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { String s = \"\"\"\n x\n\"\"\"; }",
                "class A { int \\u0061; }",
                "class A { int é; }",
                "class A { double d = 0x1.8p1; }",
                "class A { int a = 08; }",
                "class A { int a = 1_; }",
                "class A { char c = 'ab'; }",
                "class A { char c = '\\u0041'; }",
                "class A { String s = \"a\n\"; }",
                "class A { String s = \"\\{x}\"; }",
                "class A { String s = \"",
                "non-sealed class A {}",
                "class A { /* no end }",
                "class A { # }",
                "class A { void m( { }",
                "class A { boolean b = o instanceof int; }",
                "class A {"
            })
    void whatIsRareOrWrongIsLeftToTheParser(String text) {
        assertThat(direct.parse(text)).isEmpty();
    }

    @Test
    void theParserGoesOnBehindWhatItLeft() {
        assertThat(direct.parse("class A { # }")).isEmpty();
        assertSame("class A { void m() { a(); } }");
    }

    @Test
    void whoeverWaitsCanEndIt() {
        DirectParser stopped = new DirectParser(() -> {
            throw new IllegalStateException("stop");
        });
        String text = "class A { int a; " + "int b = 1 + 2 + 3;".repeat(1000) + " }";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> stopped.parse(text))
                .hasMessage("stop");
    }

    /** All sources and test data of Heed. */
    @Test
    void ownSources() throws IOException {
        int[] counts = new int[2];
        List<String> different = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> !path.toString().contains("/target/"))
                            .sorted()::iterator) {
                compare(file.toString(), Files.readString(file, StandardCharsets.UTF_8), counts, different);
            }
        }
        assertThat(different).isEmpty();
        assertThat(counts[0]).isGreaterThan(1000);
        assertThat(counts[1]).as("read directly, of " + counts[0]).isGreaterThan(counts[0] * 4 / 5);
    }

    @Test
    void libraries() throws IOException {
        String sources = System.getProperty("heed.sources");
        org.junit.jupiter.api.Assumptions.assumeTrue(sources != null);
        int[] counts = new int[2];
        List<String> different = new ArrayList<>();
        forEachSource(Path.of(sources), (path, text) -> compare(path, text, counts, different));
        System.out.println(counts[0] + " files, read directly " + counts[1] + ", different " + different.size());
        assertThat(different).isEmpty();
        assertThat(counts[1]).isGreaterThan(counts[0] * 9 / 10);
    }

    private void compare(String path, String text, int[] counts, List<String> different) {
        counts[0]++;
        CompilationUnit unit = direct.parse(text).orElse(null);
        if (unit == null) {
            return;
        }
        counts[1]++;
        ParseResult<CompilationUnit> expected = parser.parse(text);
        String found = expected.getProblems().isEmpty()
                ? difference(expected.getResult().orElseThrow(), unit)
                : "taken, although " + expected.getProblems();
        if (found != null) {
            different.add(path + ": " + found);
        }
    }

    private static void forEachSource(Path directory, BiConsumer<String, String> use) throws IOException {
        try (Stream<Path> jars = Files.list(directory)) {
            for (Path jar : (Iterable<Path>)
                    jars.filter(path -> path.toString().endsWith(".jar")).sorted()::iterator) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
                        ZipEntry entry = entries.next();
                        if (entry.getName().endsWith(".java")) {
                            use.accept(
                                    jar.getFileName() + "!/" + entry.getName(),
                                    new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
    }
}
