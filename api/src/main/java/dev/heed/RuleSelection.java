package dev.heed;

import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.text.Nearest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rules run. */
public final class RuleSelection {

    private RuleSelection() {}

    /**
     * Selects. A rule that is off by default runs only if its own name is among the selected.
     *
     * @param selected names and families; empty for all
     * @param ignored names and families
     * @throws UserException if a name is none, or nothing is left
     */
    public static List<Parts.Known> of(List<Parts.Known> all, List<String> selected, List<String> ignored)
            throws UserException {
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> unwanted = new LinkedHashSet<>();
        for (String name : selected) {
            wanted.addAll(named(all, name, "--select"));
        }
        for (String name : ignored) {
            unwanted.addAll(named(all, name, "--ignore"));
        }
        List<Parts.Known> left = all.stream()
                .filter(rule -> selected.isEmpty()
                        ? rule.descriptor().enabled()
                        : wanted.contains(rule.descriptor().name()))
                .filter(rule -> !unwanted.contains(rule.descriptor().name()))
                .toList();
        if (left.isEmpty()) {
            throw new UserException("No rule is left: --ignore takes away all that --select names.");
        }
        return left;
    }

    private static List<String> named(List<Parts.Known> all, String written, String option) throws UserException {
        String name = written.strip();
        List<String> found = all.stream()
                .map(Parts.Known::descriptor)
                .filter(rule -> rule.name().equals(name)
                        || (rule.enabled() && rule.family().id().equals(name)))
                .map(RuleDescriptor::name)
                .toList();
        if (found.isEmpty()) {
            throw new UserException(option + ": there is no rule \"" + name + "\"" + hint(name, names(all)));
        }
        return found;
    }

    /** The rule of this name. */
    public static RuleDescriptor one(List<Parts.Known> all, String name) throws UserException {
        for (Parts.Known rule : all) {
            if (rule.descriptor().name().equals(name)) {
                return rule.descriptor();
            }
        }
        Set<String> names = new TreeSet<>();
        Set<String> ofFamily = new TreeSet<>();
        for (Parts.Known rule : all) {
            names.add(rule.descriptor().name());
            if (rule.descriptor().family().id().equals(name)) {
                ofFamily.add(rule.descriptor().name());
            }
        }
        throw new UserException(
                ofFamily.isEmpty()
                        ? "There is no rule \"" + name + "\"" + hint(name, names)
                        : "\"" + name + "\" is a family of rules; name one of them: " + String.join(", ", ofFamily)
                                + ".");
    }

    /** The rules and families that there are. */
    public static Set<String> names(List<Parts.Known> all) {
        Set<String> names = new TreeSet<>();
        all.forEach(rule -> names.add(rule.descriptor().name()));
        Arrays.stream(Family.values()).forEach(family -> names.add(family.id()));
        return names;
    }

    private static String hint(String name, Set<String> names) {
        return Nearest.to(name, names)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; \"heed rules\" lists them.");
    }
}
