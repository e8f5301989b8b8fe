package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.Span;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final String CODE = "class A {\n  void f() {\n    g(1);\n    g(1);\n    g(2);\n  }\n}\n";

    @Test
    void survivesMovedAndIndentedLines() {
        Finding before = at(new FakeSource("A.java", CODE), "g(1);");
        Finding after = at(new FakeSource("A.java", "// one\n\n" + CODE.replace("    g", "\t\t\tg")), "g(1);");

        assertThat(own(after)).isEqualTo(own(before)).matches("[0-9a-f]{24}:1");
    }

    @Test
    void survivesANewVersionOfTheJar() {
        Finding before = at(new FakeSource("a-1.0.jar!/p/A.java", CODE), "g(1);");
        Finding after = at(new FakeSource("lib/a-2.0.jar!/p/A.java", CODE), "g(1);");

        assertThat(own(after)).isEqualTo(own(before));
    }

    @Test
    void changesWithTheCodeAndTheFile() {
        FakeSource source = new FakeSource("A.java", CODE);
        String one = own(at(source, "g(1);"));

        assertThat(own(at(source, "g(2);"))).isNotEqualTo(one);
        assertThat(own(at(new FakeSource("B.java", CODE), "g(1);"))).isNotEqualTo(one);
    }

    @Test
    void countsEqualFindingsOfAFile() {
        FakeSource source = new FakeSource("A.java", CODE);
        Fingerprints fingerprints = new Fingerprints(new SourceTexts());
        String first = fingerprints.next(at(source, "g(1);")).own();
        String second = fingerprints
                .next(FakeFindings.plain(source, new Span(4, 5, 4, 10), "m."))
                .own();

        assertThat(first).endsWith(":1");
        assertThat(second).isEqualTo(first.replace(":1", ":2"));
    }

    @Test
    void standsWithoutItsSource() {
        Fingerprints.Pair pair = new Fingerprints(new SourceTexts())
                .next(FakeFindings.plain(new FakeSource("A.java", null), new Span(9, 5, 9, 10), "m."));

        assertThat(pair.own()).matches("[0-9a-f]{24}:1");
        assertThat(pair.github()).isEmpty();
    }

    private static Finding at(FakeSource source, String code) {
        return FakeFindings.plain(source, source.span(code), "m.");
    }

    private static String own(Finding finding) {
        return new Fingerprints(new SourceTexts()).next(finding).own();
    }
}
