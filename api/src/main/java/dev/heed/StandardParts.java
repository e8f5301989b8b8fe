package dev.heed;

import dev.heed.engine.scan.ProgramScan;
import dev.heed.frontend.java.JavaFrontEnd;
import dev.heed.rules.RuleCatalog;
import java.util.List;

/** The parts that Heed comes with. */
public final class StandardParts {

    private StandardParts() {}

    /** Loads them.
     *
     * @throws IllegalStateException if this copy of Heed is broken
     */
    public static Parts load() {
        List<Parts.Known> rules = RuleCatalog.load().entries().stream()
                .map(entry -> new Parts.Known(entry.descriptor(), entry.rule()))
                .toList();
        Parts parts = new Parts(new ProgramScan(), List.of(new JavaFrontEnd()), rules);
        return new Parts(parts.scan(), parts.frontEnds(), parts.rules(), Identity.of(parts));
    }
}
