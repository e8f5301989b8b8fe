package dev.heed.verify.oracle;

import dev.heed.verify.point.Site;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.witness.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Locks and permits: as many are given back as undisturbed. Where that run got stuck, none may be kept at all. */
final class LockOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        RunRecord after = run.disturbed();
        if (!after.hasEnded() || after.ending() == RunRecord.Ending.EXITED) {
            return List.of();
        }
        Map<Integer, Integer> usual =
                run.undisturbed().hasEnded() ? run.undisturbed().held() : Map.of();
        TreeSet<Integer> sites = new TreeSet<>(after.held().keySet());
        sites.addAll(usual.keySet());
        List<Finding> findings = new ArrayList<>();
        for (int number : sites) {
            int surplus = Case.surplus(after.held(), usual, number);
            Site site = run.site(number);
            if (surplus > 0 && after.held().containsKey(number)) {
                findings.add(finding(run, "what " + site.what() + " took at " + site.place(), " is never given back."));
            } else if (surplus < 0 && after.held().getOrDefault(number, 0) < 0) {
                findings.add(finding(run, "more than was taken", " is given back; see " + site.name() + "."));
            }
        }
        return findings;
    }

    private static Finding finding(Case run, String what, String fate) {
        return new Finding(
                Property.LOCK_LEAK,
                "After the " + run.target().delivery().signal() + " " + what + fate,
                what.startsWith("more") ? "the balance of permits" : what);
    }
}
