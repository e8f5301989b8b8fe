package dev.heed.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import dev.heed.rules.testdata.Javac;
import dev.heed.rules.testdata.Testdata;
import dev.heed.rules.testdata.TestdataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fixes: their exact text where it is written down, and everywhere that they compile, mend, and break nothing. */
class TestdataFixesTest {
    private final RuleTester tester;

    TestdataFixesTest() throws IOException {
        tester = RuleTester.of(RuleCatalog.load().enabled()).withSources(TestdataTest.stubs());
    }

    @TestFactory
    Stream<DynamicTest> firstFixesGiveTheFixedText() {
        return Testdata.files(TestdataFile.Kind.BAD).stream()
                .filter(file -> Files.exists(file.fixedPath()))
                .map(file -> DynamicTest.dynamicTest(file.name(), file.path().toUri(), () -> {
                    String source = file.expectations().source();
                    List<TextEdit> edits = new ArrayList<>();
                    for (Finding finding : tester.scan(file.name(), source).findings()) {
                        assertThat(finding.fixes()).as(finding.message()).isNotEmpty();
                        edits.addAll(finding.fixes().get(0).edits());
                    }
                    String fixed = SourceEdits.apply(source, edits);
                    assertThat(fixed).isEqualTo(Files.readString(file.fixedPath()));
                    assertThat(tester.scan(file.name(), fixed).findings()).isEmpty();
                }));
    }

    @Test
    void everyFixCompilesMendsAndBreaksNothing() throws IOException {
        Map<String, String> fixed = new HashMap<>();
        for (TestdataFile file : Testdata.files(TestdataFile.Kind.BAD)) {
            String source = file.expectations().source();
            List<Finding> before = tester.scan(file.name(), source).findings();
            for (Finding finding : before) {
                for (Fix fix : finding.fixes()) {
                    String name = file.name() + " at " + finding.span() + ": " + fix.title();
                    String text = SourceEdits.apply(source, fix.edits());
                    fixed.put(name, text);
                    List<String> expected = new ArrayList<>(rules(before));
                    expected.remove(finding.rule());
                    assertThat(rules(tester.scan(file.name(), text).findings()))
                            .as(name + "\n" + text)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(fix.title()).matches("[A-Z].*[^.]");
                }
            }
        }
        assertThat(fixed).hasSizeGreaterThan(20);
        assertThat(Javac.errors(fixed)).isEmpty();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void editsAreAppliedInOrderAndNeverOverlap() {
        MemoryFile file = new MemoryFile("A.java", "");
        TextEdit insert = new TextEdit(file, new Span(2, 2, 2, 2), "!");
        TextEdit replace = new TextEdit(file, new Span(1, 1, 1, 3), "xyz");
        TextEdit overlap = new TextEdit(file, new Span(1, 2, 2, 1), "");
        assertThat(SourceEdits.apply("ab\ncd\n", List.of(insert, replace, insert)))
                .isEqualTo("xyz\nc!d\n");
        assertThatThrownBy(() -> SourceEdits.apply("ab\ncd\n", List.of(replace, overlap)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
