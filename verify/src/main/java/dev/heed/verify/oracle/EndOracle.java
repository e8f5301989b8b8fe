package dev.heed.verify.oracle;

import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.RunRecord.Ending;
import dev.heed.verify.run.ThreadRecord;
import dev.heed.verify.witness.Property;
import java.util.List;

/** What ends when nobody disturbs it must end when it is cancelled, and must not spin until then. */
final class EndOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        RunRecord disturbed = run.disturbed();
        if (disturbed.spunAt() >= 0) {
            String place = run.site(disturbed.spunAt()).place();
            return List.of(new Finding(
                    Property.BUSY_SPIN,
                    "After the " + run.target().delivery().signal() + " the thread spins at " + place
                            + ": each wait ends at once, and the loop goes on.",
                    "a processor core"));
        }
        boolean hangs = disturbed.ending() == Ending.BLOCKED || disturbed.ending() == Ending.ENDLESS;
        boolean isItsOwn = run.undisturbed().hasEnded() || run.thread().statusSet();
        if (hangs && isItsOwn) {
            return List.of(new Finding(
                    Property.NEVER_ENDS,
                    "After the " + run.target().delivery().signal() + " the scenario never ends; its thread "
                            + stays(run, disturbed.main()) + ".",
                    "the scenario's end"));
        }
        if (run.isMain() || hangs) {
            return List.of();
        }
        ThreadRecord worker = run.thread();
        boolean endedBefore =
                run.undisturbedThread().map(ThreadRecord::hasEnded).orElse(false);
        if (endedBefore && !worker.hasEnded()) {
            return List.of(new Finding(
                    Property.NEVER_ENDS,
                    "After the " + run.target().delivery().signal() + " the " + worker.role() + " never ends; it "
                            + stays(run, worker) + ".",
                    "the end of a thread"));
        }
        return List.of();
    }

    private static String stays(Case run, ThreadRecord thread) {
        return thread.at() >= 0 ? "waits" + run.waitsAt(thread) : "stays where no point is";
    }
}
