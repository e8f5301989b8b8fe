package dev.heed.engine.suppress;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.Directive;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Also implemented by a rule that looks at directives, when it is known what they were good for. */
public interface DirectiveCheck {

    /**
     * Looks at a directive that named nothing, or something that hid no finding.
     *
     * @param unused those of its names that hid nothing, in their order
     * @param ran the names of the rules that ran
     */
    void check(Directive directive, List<String> unused, Set<String> ran, Consumer<Finding> findings);
}
