package dev.heed.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.rules.RuleCatalog;
import dev.heed.rules.testdata.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Generated files are up to date, and all that speaks of rules speaks of the same ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulePagesTest {
    private static final String REMEDY =
            "run: mvn -q -pl engine,frontend-java,rules test -Dtest=RulePagesTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dheed.docs.update=true (then once without)";

    private final List<RuleSource> rules = RuleSource.all();

    @Test
    void generatedFilesAreUpToDate() throws IOException {
        for (Map.Entry<Path, String> generated : RulePages.generate(rules).entrySet()) {
            Path path = generated.getKey();
            if (Boolean.getBoolean("heed.docs.update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, generated.getValue());
            }
            assertThat(path).as(REMEDY).exists();
            assertThat(Files.readString(path)).as(path + "; " + REMEDY).isEqualTo(generated.getValue());
        }
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        try (Stream<Path> pages = Files.list(Testdata.repository().resolve("docs/rules"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .contains("README.md", "RELEASES.md")
                    .filteredOn(page -> !page.equals("README.md") && !page.equals("RELEASES.md"))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".md").toList());
        }
    }

    @Test
    void classesAndTestdataAgree() {
        assertThat(names()).isNotEmpty().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Testdata.rules());
    }

    @Test
    void classesAndReleasesAgree() throws IOException {
        Releases releases =
                Releases.parse(Files.readString(Testdata.repository().resolve("docs/rules/RELEASES.md")));
        assertThat(releases.problems()).isEmpty();
        assertThat(releases.current())
                .containsExactlyInAnyOrderElementsOf(rules.stream()
                        .map(rule -> new Releases.Entry(
                                rule.info().name(),
                                rule.info().level(),
                                rule.info().enabled(),
                                rule.info().since()))
                        .toList());
    }

    @Test
    void namesAndPackagesFollowTheHouseRules() {
        for (RuleSource rule : rules) {
            assertThat(rule.info().name()).matches("[a-z]+(-[a-z]+)+");
            assertThat(rule.info().cwe()).as(rule.className()).isNotEmpty();
            String simpleName = rule.className().substring(rule.className().lastIndexOf('.') + 1);
            assertThat(simpleName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT))
                    .isEqualTo(rule.info().name());
            assertThat(rule.className())
                    .startsWith("dev.heed.rules." + rule.info().family().id() + ".");
            assertThat(rule.info().summary()).doesNotEndWith(".");
            assertThat(rule.lead()).isEqualTo(rule.info().summary() + ".");
        }
    }

    @Test
    void catalogHasEveryRuleWithItsPage() throws IOException {
        RuleCatalog catalog = RuleCatalog.load();
        assertThat(catalog.descriptors()).isSorted();
        assertThat(catalog.descriptors()).extracting(RuleDescriptor::name).containsExactlyElementsOf(names().toList());
        for (RuleDescriptor descriptor : catalog.descriptors()) {
            Path page = Testdata.repository().resolve("docs/rules/" + descriptor.name() + ".md");
            assertThat(descriptor.page()).as(REMEDY).isEqualTo(Files.readString(page));
            assertThat(catalog.find(descriptor.name())).isPresent();
        }
        assertThat(catalog.find("no-such-rule")).isEmpty();
    }

    @Test
    void releasesMustBeConsistent() {
        assertThat(Releases.parse(
                                "| 0.1.0 | a | new, warning |\n| 0.2.0 | a | level note |\n| 0.2.0 | b | new, error, off |\n")
                        .current())
                .extracting(Releases.Entry::toString)
                .containsExactly(
                        "Entry[rule=a, level=NOTE, enabled=true, since=0.1.0]",
                        "Entry[rule=b, level=ERROR, enabled=false, since=0.2.0]");
        assertThat(Releases.parse("| 0.1.0 | a | new, warning |\n| 0.2.0 | a | removed |\n")
                        .current())
                .isEmpty();
        assertThat(Releases.parse("| 0.1.0 | a | level note |\n| 0.2.0 | b | renewed |\n")
                        .problems())
                .hasSize(2);
        assertThat(Releases.parse("| 0.1.0 | a | new, note |\n| 0.2.0 | a | removed |\n| 0.3.0 | a | new, note |\n")
                        .problems())
                .hasSize(1);
    }

    @Test
    void convertsTheJavadocThatRulesUse() {
        assertThat(JavadocMarkdown.inline("a {@code b<c>} <em>d</em> {@link java.lang.Thread#join(long, int) T.join}"))
                .isEqualTo("a `b<c>` *d* [T.join](https://docs.oracle.com/en/java/javase/17/docs/api/java.base/"
                        + "java/lang/Thread.html#join(long,int))");
        assertThat(JavadocMarkdown.blocks("<p>one\n two\n<ul>\n <li>x\n <li>y\n</ul>\n<p>three"))
                .containsExactly(
                        new JavadocMarkdown.Block(false, "one two"),
                        new JavadocMarkdown.Block(true, "x"),
                        new JavadocMarkdown.Block(true, "y"),
                        new JavadocMarkdown.Block(false, "three"));
        assertThat(JavadocMarkdown.markdown(new JavadocMarkdown.Block(true, "word ".repeat(25) + "{@code a b c}")))
                .startsWith("- word")
                .contains("\n  word")
                .endsWith("`a b c`");
        assertThatThrownBy(() -> JavadocMarkdown.inline("<b>x</b>")).isInstanceOf(IllegalArgumentException.class);
    }

    private Stream<String> names() {
        return rules.stream().map(rule -> rule.info().name());
    }
}
