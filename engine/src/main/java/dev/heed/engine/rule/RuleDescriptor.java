package dev.heed.engine.rule;

import dev.heed.engine.source.Language;
import java.util.List;

/**
 * All that can be told of a rule: what reports, {@code heed rules} and {@code heed explain} show.
 *
 * @param name kebab case
 * @param summary one line without a full stop
 * @param enabled whether it runs where nothing is selected
 * @param cwe CWE numbers, best first
 * @param page the rule's page in Markdown, as in {@code docs/rules/NAME.md}
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
        String page)
        implements Comparable<RuleDescriptor> {

    public RuleDescriptor {
        cwe = List.copyOf(cwe);
        languages = List.copyOf(languages);
    }

    /** By family, then by name. */
    @Override
    public int compareTo(RuleDescriptor other) {
        int byFamily = family.compareTo(other.family);
        return byFamily != 0 ? byFamily : name.compareTo(other.name);
    }
}
