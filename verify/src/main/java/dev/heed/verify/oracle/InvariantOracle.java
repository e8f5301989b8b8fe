package dev.heed.verify.oracle;

import dev.heed.verify.witness.Property;
import java.util.List;

/** The scenario's own invariants. */
final class InvariantOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        return run.disturbed().failedChecks().stream()
                .map(check -> new Finding(
                        Property.INVARIANT,
                        "After the " + run.target().delivery().signal() + " this does not hold: " + check + ".",
                        check))
                .toList();
    }
}
