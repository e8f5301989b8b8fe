package dev.heed.rules;

import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.RuleMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** All rules that are installed, with their pages. Immutable. */
public final class RuleCatalog {
    /** Where a rule's page lies among the resources of its jar. */
    static final String PAGES = "/META-INF/heed/rules/";

    private final List<Entry> entries;

    private RuleCatalog(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A rule and what can be told of it.
     *
     * @param descriptor its metadata and its page
     * @param rule without state, to be used by any thread
     */
    public record Entry(RuleDescriptor descriptor, Rule rule) {}

    /**
     * The rules that {@link ServiceLoader} finds beside this class.
     *
     * @throws IllegalStateException if a rule has no {@link RuleInfo}, or if two have the same name: the installation is
     *     broken
     */
    public static RuleCatalog load() {
        return of(ServiceLoader.load(Rule.class, RuleCatalog.class.getClassLoader()));
    }

    static RuleCatalog of(Iterable<Rule> rules) {
        List<Entry> entries = new ArrayList<>();
        rules.forEach(rule -> entries.add(new Entry(describe(rule), rule)));
        entries.sort(Comparator.comparing(Entry::descriptor));
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            String name = entry.descriptor().name();
            if (!names.add(name)) {
                throw new IllegalStateException("Two rules are named '" + name + "'.");
            }
        }
        return new RuleCatalog(entries);
    }

    /** By family, then by name. */
    public List<Entry> entries() {
        return entries;
    }

    /** All rules, in the order of {@link #entries}. */
    public List<Rule> rules() {
        return entries.stream().map(Entry::rule).toList();
    }

    /** The rules that run where nothing is selected, in the same order. */
    public List<Rule> enabled() {
        return entries.stream()
                .filter(entry -> entry.descriptor().enabled())
                .map(Entry::rule)
                .toList();
    }

    /** All descriptors, in the order of {@link #entries}. */
    public List<RuleDescriptor> descriptors() {
        return entries.stream().map(Entry::descriptor).toList();
    }

    /** The rule of this name, if there is one. */
    public Optional<Entry> find(String name) {
        return entries.stream()
                .filter(entry -> entry.descriptor().name().equals(name))
                .findFirst();
    }

    private static RuleDescriptor describe(Rule rule) {
        RuleMetadata info = rule.metadata();
        if (info == null) {
            throw new IllegalStateException(rule.getClass().getName() + " is not annotated with @RuleInfo.");
        }
        return new RuleDescriptor(
                info.name(),
                info.summary(),
                info.family(),
                info.level(),
                info.precision(),
                info.enabled(),
                info.since(),
                info.cwe(),
                info.languages(),
                () -> page(rule.getClass(), info.name()));
    }

    private static String page(Class<?> rule, String name) {
        String resource = PAGES + name + ".md";
        try (InputStream in = rule.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The page of rule '" + name + "' is missing: " + resource + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page of rule '" + name + "' cannot be read: " + resource + ".", e);
        }
    }
}
