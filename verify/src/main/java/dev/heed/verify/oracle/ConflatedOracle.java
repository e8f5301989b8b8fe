package dev.heed.verify.oracle;

import dev.heed.verify.point.Delivery;
import dev.heed.verify.run.Event;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The same wait is interrupted in one run, and late in another: people must be able to tell which. Keeps what was told after the first
 * of the two for the exploration's second.
 */
public final class ConflatedOracle implements Oracle {
    private final Map<Wait, Told> after = new ConcurrentHashMap<>();

    /** Where, which of the two, and that there was no second delivery. */
    private record Wait(String role, int site, int occurrence, boolean isLate) {}

    /** What was logged as a warning or more, and what left if that was no cancellation; null if nothing did. */
    private record Told(List<String> logged, @Nullable Thrown thrown) {}

    @Override
    public List<Finding> judge(Case run) {
        Delivery delivery = run.target().delivery();
        boolean isLate = delivery == Delivery.LATE;
        if ((!isLate && !delivery.isInterrupt()) || run.thread().delivered() > 1) {
            return List.of();
        }
        Told told = told(run);
        after.put(wait(run, isLate), told);
        Told other = after.get(wait(run, !isLate));
        if (other == null) {
            return List.of();
        }
        Thrown thrown = told.thrown();
        boolean isSameThrown = thrown != null
                && other.thrown() != null
                && thrown.texts().equals(other.thrown().texts());
        boolean isSameLogged = !told.logged().isEmpty() && told.logged().equals(other.logged());
        if (!isSameThrown && !isSameLogged) {
            return List.of();
        }
        String what = isSameThrown && thrown != null
                ? "what leaves is \"" + thrown.text() + "\""
                : "the log says \"" + told.logged().get(0) + "\"";
        return List.of(new Finding(
                Property.CONFLATED,
                "Whether " + run.site(run.target().site()).name() + " is interrupted or late, " + what + ".",
                "whether it was slow or told to stop"));
    }

    private static Wait wait(Case run, boolean isLate) {
        return new Wait(run.target().role(), run.target().site(), run.target().occurrence(), isLate);
    }

    private static Told told(Case run) {
        List<String> logged = new ArrayList<>();
        for (Event event : run.thread().events()) {
            if (event.kind().isWarning() && !run.undisturbed().texts().contains(event.detail())) {
                logged.add(event.detail());
            }
        }
        RunRecord disturbed = run.disturbed();
        Thrown thrown = run.isMain() && disturbed.ending() == RunRecord.Ending.THREW ? disturbed.thrown() : null;
        return new Told(logged, thrown == null || thrown.isSignal() ? null : thrown);
    }
}
