package dev.heed.engine.rule;

import dev.heed.engine.fate.FunctionFates;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rule: names one bad fate of a cancellation and explains it. Found by {@link java.util.ServiceLoader}; annotated with
 * {@link RuleInfo}; without state, used by several threads.
 */
public interface Rule {

    /**
     * Looks at one function.
     *
     * @param function its control flow, and the fates of the signals that are delivered in it
     * @param findings takes what is found, in any order
     */
    void check(FunctionFates function, Consumer<Finding> findings);

    /** What its {@link RuleInfo} says; null if it has none. The build writes it out, as a jar's rules are asked at each start. */
    default @Nullable RuleMetadata metadata() {
        return RuleMetadata.of(getClass());
    }
}
