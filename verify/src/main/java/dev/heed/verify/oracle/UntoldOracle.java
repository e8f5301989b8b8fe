package dev.heed.verify.oracle;

import dev.heed.verify.run.Event;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whoever reads what is told after a cancellation must be able to find it: in the type, the text or a cause of the exception that
 * leaves, in the words or the exception of a warning. An exception that leaves with the status clear is another matter.
 */
final class UntoldOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        return thrown(run).or(() -> logged(run)).stream().toList();
    }

    private static Optional<Finding> thrown(Case run) {
        RunRecord disturbed = run.disturbed();
        Thrown thrown = disturbed.thrown();
        if (!run.isMain() || disturbed.ending() != RunRecord.Ending.THREW || thrown == null) {
            return Optional.empty();
        }
        // Who has logged it need not say it again.
        boolean leadsBack = thrown.isSignal()
                || thrown.hidesSignal()
                || thrown.texts().stream().anyMatch(Honesty::isHonest)
                || run.thread().events().stream().anyMatch(event -> isTold(event) && Honesty.isHonest(event.detail()));
        Thrown usual = run.undisturbed().thrown();
        boolean isUsual = usual != null && usual.text().equals(thrown.text());
        return leadsBack || isUsual || !disturbed.main().statusSet()
                ? Optional.empty()
                : Optional.of(finding(run, "what leaves is \"" + thrown.text() + "\""));
    }

    private static boolean isTold(Event event) {
        return event.kind() == Event.Kind.LOGGED || event.kind().isWarning();
    }

    private static Optional<Finding> logged(Case run) {
        List<Event> told = new ArrayList<>();
        for (Event event : run.thread().events()) {
            boolean isSameCall = !told.isEmpty() && told.get(0).site() == event.site();
            if (!isSameCall && isUntold(run, told)) {
                return Optional.of(finding(run, told));
            }
            if (!isSameCall) {
                told.clear();
            }
            if (event.kind().isWarning()) {
                told.add(event);
            }
        }
        return isUntold(run, told) ? Optional.of(finding(run, told)) : Optional.empty();
    }

    private static boolean isUntold(Case run, List<Event> told) {
        return !told.isEmpty()
                && told.stream().noneMatch(event -> Honesty.isHonest(event.detail()))
                && !run.undisturbed().texts().contains(told.get(0).detail());
    }

    private static Finding finding(Case run, List<Event> told) {
        return finding(run, "the log says \"" + told.get(0).detail() + "\"");
    }

    private static Finding finding(Case run, String what) {
        return new Finding(
                Property.UNTOLD,
                "After the " + run.target().delivery().signal() + " " + what
                        + ": nothing leads its reader back to the cancellation.",
                "who really stopped it");
    }
}
