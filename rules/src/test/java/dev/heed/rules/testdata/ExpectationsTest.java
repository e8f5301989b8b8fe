package dev.heed.rules.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Span;
import dev.heed.rules.MemoryFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final MemoryFile FILE = new MemoryFile("A.java", "");

    private static Finding finding(String rule, int line, String message, Step... path) {
        return new Finding(
                rule,
                Level.WARNING,
                Finding.Confidence.PROVED,
                FILE,
                new Span(line, 1, line, 2),
                "f",
                message,
                List.of(path),
                List.of(),
                "",
                List.of());
    }

    @Test
    void takesMarkersOutAndKeepsLines() {
        Expectations expectations =
                Expectations.parse("a // kept\nb(); // heed: some-rule\n// heed: other \"x \\\"y\\\"\"\nc\n");
        assertThat(expectations.source()).isEqualTo("a // kept\nb();\n\nc\n");
        assertThat(expectations.findings())
                .containsExactly(
                        new Expectations.ExpectedFinding(2, "some-rule", null, ""),
                        new Expectations.ExpectedFinding(3, "other", null, "x \"y\""));
    }

    @Test
    void readsSeveralMarkersOfALine() {
        Expectations expectations = Expectations.parse("x // heed: r note \"text\" // step 2: \"s\" // step 3: \"t\"");
        assertThat(expectations.source()).isEqualTo("x");
        assertThat(expectations.findings())
                .containsExactly(new Expectations.ExpectedFinding(1, "r", Level.NOTE, "text"));
        assertThat(expectations.steps())
                .containsExactly(new Expectations.ExpectedStep(2, 1, "s"), new Expectations.ExpectedStep(3, 1, "t"));
    }

    @Test
    void keepsATextWithoutMarkers() {
        String text = "// a heed: no marker\r\n\n\"// not one\"\n// stepping 1\n";
        assertThat(Expectations.parse(text)).isEqualTo(new Expectations(text, List.of(), List.of()));
    }

    @Test
    void refusesWhatOnlyLooksLikeAMarker() {
        assertThatThrownBy(() -> Expectations.parse("\nx // heed: A rule"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: not a marker");
        assertThatThrownBy(() -> Expectations.parse("x // heed: rule text without quotes"))
                .hasMessageStartingWith("line 1: not a marker");
        assertThatThrownBy(() -> Expectations.parse("x // step 1: \"a\"")).hasMessageContaining("exactly one finding");
    }

    @Test
    void tellsMissingAndUnexpectedFindings() {
        Expectations expectations = Expectations.parse("a // heed: r \"lost\"\nb // heed: r\n");
        assertThat(expectations.compare(List.of(finding("r", 1, "is lost."), finding("r", 2, "m"))))
                .isEmpty();
        assertThat(expectations.compare(List.of(finding("r", 1, "is kept."), finding("s", 2, "m"))))
                .hasSize(4)
                .anySatisfy(p -> assertThat(p).startsWith("missing line 1: r \"lost\""))
                .anySatisfy(p -> assertThat(p).startsWith("missing line 2: r"))
                .anySatisfy(p -> assertThat(p).startsWith("unexpected line 1: r warning"))
                .anySatisfy(p -> assertThat(p).startsWith("unexpected line 2: s warning"));
    }

    @Test
    void wantsAsManyFindingsAsMarkers() {
        Expectations expectations = Expectations.parse("a // heed: r\n");
        assertThat(expectations.compare(List.of(finding("r", 1, "m"), finding("r", 1, "m"))))
                .hasSize(1);
    }

    @Test
    void comparesSteps() {
        Expectations expectations = Expectations.parse("a // heed: r // step 2: \"dies\"\n");
        Step first = new Step(FILE, new Span(7, 1, 7, 2), "is delivered");
        Step second = new Step(FILE, new Span(1, 1, 1, 2), "dies here");
        assertThat(expectations.compare(List.of(finding("r", 1, "m", first, second))))
                .isEmpty();
        assertThat(expectations.compare(List.of(finding("r", 1, "m", second, first))))
                .hasSize(1);
        assertThat(expectations.compare(List.of(finding("r", 1, "m", first)))).hasSize(1);
    }

    @Test
    void comparesLevelsOnlyWhereTheMarkerNamesOne() {
        assertThat(Expectations.parse("a // heed: r note\n").compare(List.of(finding("r", 1, "m"))))
                .hasSize(2);
        assertThat(Expectations.parse("a // heed: r warning\n").compare(List.of(finding("r", 1, "m"))))
                .isEmpty();
    }
}
