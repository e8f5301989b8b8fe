package dev.heed.verify.oracle;

import dev.heed.verify.run.Event;
import dev.heed.verify.run.RunRecord.Ending;
import dev.heed.verify.witness.Property;
import java.util.List;

/**
 * A thread that has set its own status again must not go on to a wait, which throws at once, and catch that, too: the wait was for a
 * cleanup, a pause, or a result, and none of these took place. If what the wait throws leaves, it is the answer to the interrupt.
 */
final class CutShortOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        if (run.disturbed().ending() == Ending.SPUN) {
            return List.of();
        }
        List<Event> events = run.thread().events();
        boolean restored = false;
        Event aborted = null;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.kind() == Event.Kind.RESTORED) {
                restored = true;
            } else if (event.kind() == Event.Kind.ABORTED) {
                aborted = restored ? event : null;
            } else if (event.kind() == Event.Kind.CAUGHT && aborted != null) {
                if (!isTakenUp(aborted, events.subList(i, events.size()))) {
                    return List.of(finding(run, aborted));
                }
                aborted = null;
            }
        }
        return List.of();
    }

    /** Whether the wait is made after all, with the status clear: an uninterruptible one is, in its second turn. */
    private static boolean isTakenUp(Event aborted, List<Event> later) {
        return later.stream().anyMatch(event -> event.kind() == Event.Kind.POINT && event.site() == aborted.site());
    }

    private static Finding finding(Case run, Event aborted) {
        String wait = run.site(aborted.site()).name();
        return new Finding(
                Property.CUT_SHORT,
                "After the interrupt the status is set again, and so the wait at " + wait
                        + " is aborted as soon as it begins.",
                "the wait at " + wait);
    }
}
