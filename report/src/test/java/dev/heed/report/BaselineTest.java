package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Suppression;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final String CODE = "class A {\n  void f() {\n    g(1);\n    h(2);\n  }\n}\n";

    @TempDir
    private Path directory;

    /** What was told of findings, as their lines; those that are known in brackets. */
    private static final class Told implements ScanListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onFinding(Finding finding) {
            Suppression why = finding.suppression();
            String line = finding.file().path() + ":" + finding.span().startLine();
            lines.add(why != null && why.kind() == Suppression.Kind.BASELINE ? "[" + line + "]" : line);
        }

        @Override
        public void onNotification(Notification notification) {}
    }

    private static Finding at(String path, String code, String what) {
        FakeSource source = new FakeSource(path, code);
        return FakeFindings.plain(source, source.span(what), "m.");
    }

    private static BaselineFilter filter(Baseline baseline, List<String> told, Finding... findings) {
        Told next = new Told();
        Set<String> scanned =
                List.of(findings).stream().map(finding -> finding.file().path()).collect(Collectors.toSet());
        BaselineFilter filter = new BaselineFilter(baseline, scanned, next);
        List.of(findings).forEach(filter::onFinding);
        filter.end();
        told.addAll(next.lines);
        return filter;
    }

    private static Baseline of(Finding... findings) {
        return new Baseline(
                filter(new Baseline(List.of()), new ArrayList<>(), findings).found());
    }

    private static List<String> told(Baseline baseline, Finding... findings) {
        List<String> told = new ArrayList<>();
        filter(baseline, told, findings);
        return told;
    }

    @Test
    void whatIsKnownIsMarkedAndTheRestIsNot() {
        Baseline baseline = of(at("A.java", CODE, "g(1);"));

        assertThat(told(baseline, at("A.java", CODE, "g(1);"), at("A.java", CODE, "h(2);")))
                .containsExactly("[A.java:3]", "A.java:4");
    }

    @Test
    void movedAndReformattedCodeIsKnown() {
        Baseline baseline = of(at("A.java", CODE, "g(1);"));

        String moved = "// one\n\n" + CODE.replace("    g(1);", "\n\tg(\n\t\t1);");
        assertThat(told(baseline, at("A.java", moved, "g(\n\t\t1);"))).containsExactly("[A.java:6]");
        String other = CODE.replace("g(1)", "k(1)");
        assertThat(told(baseline, at("A.java", other, "k(1);")))
                .as("changed, with the same message in the same function")
                .containsExactly("[A.java:3]");
    }

    @Test
    void theSameMistakeASecondTimeIsNew() {
        Baseline baseline = of(at("A.java", CODE, "h(2);"));

        assertThat(told(baseline, at("A.java", CODE, "g(1);"), at("A.java", CODE, "h(2);")))
                .as("the one that stayed the same is the known one, although it comes later")
                .containsExactly("A.java:3", "[A.java:4]");
    }

    @Test
    void movedFilesAreKnownAndCopiesAreNot() {
        Baseline baseline = of(at("A.java", CODE, "g(1);"));

        assertThat(told(baseline, at("p/A.java", CODE, "g(1);"))).containsExactly("[p/A.java:3]");
        assertThat(told(baseline, at("A.java", CODE, "g(1);"), at("p/A.java", CODE, "g(1);")))
                .containsExactly("[A.java:3]", "p/A.java:3");
    }

    @Test
    void whatIsGoneIsToldOnlyIfItCouldHaveBeenFound() {
        Baseline baseline = of(at("A.java", CODE, "g(1);"), at("A.java", CODE, "h(2);"), at("B.java", CODE, "g(1);"));
        String rule = baseline.entries().get(0).rule();

        BaselineFilter filter = filter(baseline, new ArrayList<>(), at("A.java", CODE, "g(1);"));

        assertThat(filter.gone(Set.of(rule))).extracting(Baseline.Entry::file).containsExactly("A.java");
        assertThat(filter.gone(Set.of())).isEmpty();
        assertThat(filter.gone()).hasSize(2);
        assertThat(filter.known()).hasSize(1);
    }

    @Test
    void suppressedFindingsGoBy() {
        Finding suppressed =
                at("A.java", CODE, "g(1);").suppressed(new Suppression(Suppression.Kind.IN_SOURCE, "because"));

        assertThat(of(suppressed).entries()).isEmpty();
        assertThat(told(of(at("A.java", CODE, "g(1);")), suppressed)).containsExactly("A.java:3");
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Baseline baseline = of(at("A.java", CODE, "g(1);"), at("A\"\\\u00e4\ud800.java", CODE, "h(2);"));
        Path file = directory.resolve("b.json");
        baseline.write(file);

        assertThat(Baseline.read(file).entries().get(0))
                .isEqualTo(baseline.entries().get(0));
        assertThat(Files.readAllLines(file)).as("one line for each").hasSize(7);
        Baseline.read(file).write(file);
        String once = Files.readString(file);
        Baseline.read(file).write(file);
        assertThat(Files.readString(file)).isEqualTo(once);
        new Baseline(List.of()).write(file);
        assertThat(Baseline.read(file).entries()).isEmpty();
    }

    @Test
    void whatIsNoneIsToldWithItsPlace() throws IOException {
        Path file = directory.resolve("b.json");
        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("heed baseline create");
        Files.writeString(file, "{\n  \"version\": 1,\n  oops");
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("b.json:3:");
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("no \"version\"");
        Files.writeString(file, "{\"version\": 2, \"findings\": []}");
        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("later version");
        Files.writeString(file, "{\"version\": 1, \"findings\": [{\"rule\": \"a\"}]}");
        assertThatThrownBy(() -> Baseline.read(file)).hasMessageContaining("entry 1");
        Files.writeString(file, "[".repeat(100_000));
        assertThatThrownBy(() -> Baseline.read(file)).isInstanceOf(ReportException.class);
    }
}
