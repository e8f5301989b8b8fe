package dev.heed.verify.oracle;

import java.util.List;

/** Judges a run with a cancellation. */
@FunctionalInterface
public interface Oracle {
    /** What does not hold in it. */
    List<Finding> judge(Case run);

    /** All of them, in the order in which reports tell. */
    static List<Oracle> all() {
        return List.of(
                new SignalOracle(),
                new EndOracle(),
                new CutShortOracle(),
                new LeakOracle(),
                new LockOracle(),
                new BlameOracle(),
                new UntoldOracle(),
                new AlarmOracle(),
                new InvariantOracle());
    }
}
