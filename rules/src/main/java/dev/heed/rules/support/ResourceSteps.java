package dev.heed.rules.support;

import dev.heed.engine.fate.Delivery;
import dev.heed.engine.fate.Event;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.SourceFile;
import java.util.List;

/** Tells the path on which a resource or a task is left behind. */
public final class ResourceSteps {
    private ResourceSteps() {}

    /** What is said of a place inside a callee, where a signal is delivered there. */
    public static void addOrigin(SourceFile file, Delivery delivery, List<Step> steps) {
        if (!delivery.originFile().equals(file) || !delivery.origin().equals(delivery.span())) {
            steps.add(new Step(delivery.originFile(), delivery.origin(), "the interrupt is delivered here"));
        }
    }

    /** Adds a step for each event. */
    public static void addAll(SourceFile file, List<Event> events, List<Step> steps) {
        for (Event event : events) {
            steps.add(new Step(file, event.span(), event.text()));
        }
    }
}
