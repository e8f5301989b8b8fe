package dev.heed.engine.rule;

import dev.heed.engine.source.Language;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that can be told of a rule: what reports, {@code heed rules} and {@code heed explain} show.
 *
 * @param name kebab case
 * @param summary one line without a full stop
 * @param enabled whether it runs where nothing is selected
 * @param cwe CWE numbers, best first
 * @param pageReader reads the rule's page; most scans show none
 */
public record RuleDescriptor(
        String name,
        String summary,
        Family family,
        Level level,
        Precision precision,
        boolean enabled,
        String since,
        List<Integer> cwe,
        List<Language> languages,
        Supplier<String> pageReader)
        implements Comparable<RuleDescriptor> {

    public RuleDescriptor {
        cwe = List.copyOf(cwe);
        languages = List.copyOf(languages);
    }

    /** A rule whose page is at hand. */
    public RuleDescriptor(
            String name,
            String summary,
            Family family,
            Level level,
            Precision precision,
            boolean enabled,
            String since,
            List<Integer> cwe,
            List<Language> languages,
            String page) {
        this(name, summary, family, level, precision, enabled, since, cwe, languages, () -> page);
    }

    /**
     * The rule's page in Markdown, as in {@code docs/rules/NAME.md}.
     *
     * @throws IllegalStateException if it is missing: the installation is broken
     */
    public String page() {
        return pageReader.get();
    }

    /** By family, then by name. */
    @Override
    public int compareTo(RuleDescriptor other) {
        int byFamily = family.compareTo(other.family);
        return byFamily != 0 ? byFamily : name.compareTo(other.name);
    }
}
