package dev.heed.verify.oracle;

import dev.heed.verify.point.Delivery;
import dev.heed.verify.run.Event;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Property;
import java.util.List;
import java.util.Optional;

/** Where a call has failed, was late, or waited for something that was cancelled, nobody has asked the thread to stop. */
final class InventedOracle implements Oracle {
    private static final String INTERRUPTED = "java.lang.InterruptedException";

    @Override
    public List<Finding> judge(Case run) {
        if (run.target().delivery().isInterrupt()) {
            return List.of();
        }
        return status(run).or(() -> thrown(run)).stream().toList();
    }

    /** Where its work ends with that, nobody sees it. */
    private static Optional<Finding> status(Case run) {
        boolean isSeen = run.thread().statusSet() || run.saw(Event.Kind.ABORTED);
        return isSeen && run.saw(Event.Kind.RESTORED)
                ? Optional.of(finding(run, "the thread sets its own interrupt status"))
                : Optional.empty();
    }

    private static Optional<Finding> thrown(Case run) {
        RunRecord disturbed = run.disturbed();
        Thrown thrown = disturbed.thrown();
        if (!run.isMain() || disturbed.ending() != RunRecord.Ending.THREW || thrown == null) {
            return Optional.empty();
        }
        // What was cancelled, or is cancelled because it is late, may be called so.
        boolean isFailure = run.target().delivery() == Delivery.FAIL;
        boolean isInvented = isFailure ? thrown.isSignal() : thrown.type().equals(INTERRUPTED);
        return isInvented ? Optional.of(finding(run, "what leaves is \"" + thrown.text() + "\"")) : Optional.empty();
    }

    private static Finding finding(Case run, String what) {
        return new Finding(
                Property.INVENTED,
                "After the " + run.target().delivery().signal() + " at "
                        + run.site(run.target().site()).name() + " " + what + ", though nobody interrupted it.",
                "what really happened");
    }
}
