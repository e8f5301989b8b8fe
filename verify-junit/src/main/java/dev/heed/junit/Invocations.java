package dev.heed.junit;

import dev.heed.verify.Goal;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The tests of a template, one by one: JUnit asks for the next when it has run, or skipped, the one before. When a single test is asked
 * for, those before it are skipped; what must be known of them is found out by a launch of its own.
 */
final class Invocations implements Iterator<TestTemplateInvocationContext> {
    private final Exploration exploration;
    private final boolean isNested;
    private int next;
    private @Nullable List<Goal> seconds;

    Invocations(Exploration exploration, boolean isNested) {
        this.exploration = exploration;
        this.isNested = isNested;
    }

    @Override
    public boolean hasNext() {
        if (next == 0) {
            return true;
        }
        if (!exploration.isBegun()) {
            launch(1);
        }
        boolean hasNext = next <= exploration.goals().size()
                || (!isNested && next - exploration.goals().size() <= seconds().size());
        if (!hasNext && !isNested) {
            exploration.end();
        }
        return hasNext;
    }

    @Override
    public TestTemplateInvocationContext next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int number = next++;
        if (number == 0) {
            return new CancellationInvocation(exploration, null);
        }
        List<Goal> goals = exploration.goals();
        Goal goal = number <= goals.size() ? goals.get(number - 1) : seconds().get(number - goals.size() - 1);
        return new CancellationInvocation(exploration, goal);
    }

    /** If no run with one cancellation was made, one with two is asked for, and all that come before it must be known. */
    private List<Goal> seconds() {
        List<Goal> known = seconds;
        if (known == null) {
            List<Goal> goals = exploration.goals();
            if (goals.stream().noneMatch(exploration::isDelivered)) {
                for (int i = 0; i < goals.size(); i++) {
                    launch(i + 2);
                }
            }
            known = exploration.seconds();
            seconds = known;
        }
        return known;
    }

    private void launch(int invocation) {
        launch(exploration.id(), invocation);
    }

    /** Runs one test of a template by itself. */
    static void launch(String template, int invocation) {
        String test = template + "/[test-template-invocation:#" + invocation + "]";
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectUniqueId(test))
                .build();
        LauncherFactory.create().execute(request);
    }
}
