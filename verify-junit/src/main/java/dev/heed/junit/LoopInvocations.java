package dev.heed.junit;

import dev.heed.runtime.explore.Explorer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The tests of a method that runs on a loop of the reference runtime: undisturbed, then one for each step after which its task may be
 * cancelled. When a single one is asked for, the undisturbed run is made by a launch of its own.
 */
final class LoopInvocations implements Iterator<TestTemplateInvocationContext> {
    /** Those that run now, by the ids of their templates. */
    private static final Map<String, LoopInvocations> RUNNING = new ConcurrentHashMap<>();

    private final String id;
    private final Duration bound;
    private final boolean isNested;
    private final LoopInvocations known;
    private @Nullable List<Long> steps;
    private int next;

    private LoopInvocations(String id, Duration bound) {
        this.id = id;
        this.bound = bound;
        LoopInvocations running = RUNNING.putIfAbsent(id, this);
        isNested = running != null;
        known = running == null ? this : running;
    }

    static LoopInvocations of(ExtensionContext context) {
        CancellationTest test = AnnotationSupport.findAnnotation(context.getTestMethod(), CancellationTest.class)
                .orElseThrow();
        if (test.twice() || test.onlyTestThread() || test.carriers().length > 0) {
            throw new ExtensionConfigurationException(
                    "twice, onlyTestThread and carriers are for threads, not for tasks of a loop");
        }
        return new LoopInvocations(context.getUniqueId(), Duration.ofMillis(test.boundMillis()));
    }

    Duration bound() {
        return bound;
    }

    /** The undisturbed run has been made. */
    void begun(Explorer.Undisturbed run) {
        known.steps = run.problem() == null ? run.steps() : List.of();
    }

    /** The undisturbed run has failed: there is nothing to explore. */
    void failed() {
        known.steps = List.of();
    }

    @Override
    public boolean hasNext() {
        if (next == 0) {
            return true;
        }
        List<Long> found = known.steps;
        if (found == null) {
            Invocations.launch(id, 1);
            found = known.steps;
        }
        boolean hasNext = found != null && next <= found.size();
        if (!hasNext && !isNested) {
            RUNNING.remove(id);
        }
        return hasNext;
    }

    @Override
    public TestTemplateInvocationContext next() {
        List<Long> found = known.steps;
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int number = next++;
        return new LoopInvocation(this, number == 0 || found == null ? 0 : found.get(number - 1));
    }
}
