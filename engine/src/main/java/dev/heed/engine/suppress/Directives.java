package dev.heed.engine.suppress;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleMetadata;
import dev.heed.engine.rule.Suppression;
import dev.heed.engine.source.Directive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The directives of a scan, by file. Immutable. */
public final class Directives {
    private final Map<String, List<Directive>> byFile = new TreeMap<>();
    private final Map<String, String> families = new HashMap<>();
    private final Set<String> ran = new TreeSet<>();
    private final List<DirectiveCheck> checks = new ArrayList<>();

    /** @param rules those that run */
    public Directives(List<Directive> directives, List<Rule> rules) {
        directives.forEach(directive -> byFile.computeIfAbsent(directive.file().path(), path -> new ArrayList<>())
                .add(directive));
        for (Rule rule : rules) {
            RuleMetadata info = rule.metadata();
            if (info != null) {
                ran.add(info.name());
                families.put(info.name(), info.family().id());
            }
            if (rule instanceof DirectiveCheck check) {
                checks.add(check);
            }
        }
    }

    /** The files with directives. */
    public Set<String> paths() {
        return byFile.keySet();
    }

    /**
     * Marks what is not to be shown, and adds what is wrong with the directives themselves.
     *
     * @param path of a file
     * @param found all that was found in that file
     * @param isComplete whether all of the file was looked at; if not, nobody can tell what hides nothing
     * @return in {@link Finding#ORDER}
     */
    public List<Finding> apply(String path, List<Finding> found, boolean isComplete) {
        List<Directive> directives = byFile.getOrDefault(path, List.of());
        if (directives.isEmpty()) {
            return found;
        }
        Map<Directive, Set<String>> used = new HashMap<>();
        List<Finding> result = new ArrayList<>();
        for (Finding finding : found) {
            result.add(marked(finding, directives, used));
        }
        for (Directive directive : isComplete ? directives : List.<Directive>of()) {
            check(directive, used.getOrDefault(directive, Set.of()), result::add);
        }
        result.sort(Finding.ORDER);
        return result;
    }

    private Finding marked(Finding finding, List<Directive> directives, Map<Directive, Set<String>> used) {
        Finding marked = finding;
        for (Directive directive : directives) {
            for (String name : directive.names()) {
                boolean isMeant = name.equals(finding.rule()) || name.equals(families.get(finding.rule()));
                if (isMeant && directive.covers(finding.span())) {
                    used.computeIfAbsent(directive, key -> new HashSet<>()).add(name);
                    if (!marked.isSuppressed()) {
                        marked = marked.suppressed(new Suppression(Suppression.Kind.IN_SOURCE, directive.reason()));
                    }
                }
            }
        }
        return marked;
    }

    private void check(Directive directive, Set<String> used, Consumer<Finding> findings) {
        List<String> unused =
                directive.names().stream().filter(name -> !used.contains(name)).toList();
        if (directive.names().isEmpty() || !unused.isEmpty()) {
            checks.forEach(check -> check.check(directive, unused, ran, findings));
        }
    }
}
