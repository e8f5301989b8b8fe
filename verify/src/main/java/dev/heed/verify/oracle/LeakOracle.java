package dev.heed.verify.oracle;

import dev.heed.verify.point.Site;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.witness.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is closed, or ended, when nobody disturbs must be so after a cancellation: the undisturbed run is the specification. */
final class LeakOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        RunRecord before = run.undisturbed();
        RunRecord after = run.disturbed();
        if (!before.hasEnded() || !after.hasEnded() || after.ending() == RunRecord.Ending.EXITED) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (int number : new TreeSet<>(after.left().keySet())) {
            Site site = run.site(number);
            if (Case.surplus(after.left(), before.left(), number) > 0 && !run.isLookedAfter(site)) {
                findings.add(leak(run, "what " + site.what() + " opened at " + site.place(), "open"));
            }
        }
        for (int number : new TreeSet<>(after.threadsLeft().keySet())) {
            // The thread that was disturbed is judged by whether it hears; its scenario by whether it ends the others.
            Site site = run.site(number);
            boolean isLeft = Case.surplus(after.threadsLeft(), before.threadsLeft(), number) > 0;
            if (run.isMain() && isLeft && !run.isLookedAfter(site)) {
                findings.add(leak(run, "the thread started at " + site.place(), "running"));
            }
        }
        return findings;
    }

    private static Finding leak(Case run, String what, String state) {
        return new Finding(
                Property.LEAK,
                "After the " + run.target().delivery().signal() + " " + what + " stays " + state
                        + "; undisturbed it does not.",
                what);
    }
}
