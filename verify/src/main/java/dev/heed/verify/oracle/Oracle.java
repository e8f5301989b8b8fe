package dev.heed.verify.oracle;

import dev.heed.verify.point.Delivery;
import java.util.List;

/** Judges a run with a cancellation, or with what must not be taken for one. */
@FunctionalInterface
public interface Oracle {
    /** What does not hold in it. */
    List<Finding> judge(Case run);

    /** Those that judge what came of such a delivery, in the order in which reports tell; some remember what they have seen. */
    static List<Oracle> of(Delivery delivery, ConflatedOracle conflated) {
        if (delivery.isFailure()) {
            // What a program owes to failures is no matter of cancellation.
            return List.of(new InventedOracle(), conflated);
        }
        return List.of(
                new SignalOracle(),
                new EndOracle(),
                new CutShortOracle(),
                new LeakOracle(),
                new LockOracle(),
                new BlameOracle(),
                new UntoldOracle(),
                new AlarmOracle(),
                new InventedOracle(),
                conflated,
                new InvariantOracle());
    }
}
