package dev.heed.verify;

import dev.heed.verify.run.Target;
import dev.heed.verify.witness.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run to make: which cancellations are delivered in it.
 *
 * @param point where the first one is
 * @param signal what it is
 * @param second where a second one is, or null
 * @param plan the same for the runner
 */
public record Goal(Point point, String signal, @Nullable Point second, List<Target> plan) {
    public Goal {
        plan = List.copyOf(plan);
    }

    /** Such as {@code cancel at #2 Account.java:16 Thread.sleep}. */
    public String name() {
        String what = signal.equals("interrupt") ? "cancel at " : signal + " at ";
        return what + point.name() + (second == null ? "" : ", again at " + second.name());
    }

    Goal then(Goal next) {
        return new Goal(point, signal, next.point, List.of(plan.get(0), next.plan.get(0)));
    }
}
