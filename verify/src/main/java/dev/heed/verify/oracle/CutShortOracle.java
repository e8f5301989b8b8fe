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
        boolean restored = false;
        Event aborted = null;
        for (Event event : run.thread().events()) {
            switch (event.kind()) {
                case RESTORED -> restored = true;
                case ABORTED -> aborted = restored ? event : null;
                case CAUGHT -> {
                    if (aborted != null) {
                        return List.of(finding(run, aborted));
                    }
                }
                default -> {
                    // Says nothing of waits.
                }
            }
        }
        return List.of();
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
