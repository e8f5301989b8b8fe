package dev.heed;

import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Scan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command is put together from; a test can hand in its own.
 *
 * @param scan the engine
 * @param frontEnds one for each language
 * @param rules all there are, sorted
 * @param identity equal for equal parts only, down to the last class file; null if nobody can tell
 */
public record Parts(
        Scan scan,
        List<FrontEnd> frontEnds,
        List<Known> rules,
        @Nullable String identity) {
    public Parts {
        frontEnds = List.copyOf(frontEnds);
        rules = rules.stream()
                .sorted(java.util.Comparator.comparing(Known::descriptor))
                .toList();
    }

    /** Parts that cannot be recognized. */
    public Parts(Scan scan, List<FrontEnd> frontEnds, List<Known> rules) {
        this(scan, frontEnds, rules, null);
    }

    /**
     * A rule with what can be told of it.
     *
     * @param rule the rule itself
     */
    public record Known(RuleDescriptor descriptor, Rule rule) {}
}
