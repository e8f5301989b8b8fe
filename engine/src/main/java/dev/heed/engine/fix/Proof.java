package dev.heed.engine.fix;

import dev.heed.engine.source.SourceFile;
import java.util.List;
import java.util.Map;

/** A last check of fixes that a new scan has found good, such as by compiling and running them. */
@FunctionalInterface
public interface Proof {

    /** Takes the scan's word for it. */
    Proof NONE = (fixes, before, after) -> Map.of();

    /**
     * Looks at fixes that are to be kept together.
     *
     * @param fixes in the order of their findings
     * @param before all sources without these fixes
     * @param after all sources with them
     * @return those that must not be kept, and why: a clause with a small first letter and no full stop
     */
    Map<Proposal, String> refuse(List<Proposal> fixes, List<SourceFile> before, List<SourceFile> after)
            throws InterruptedException;
}
