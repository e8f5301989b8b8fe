package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.SourceFile;
import java.util.List;
import java.util.Map;

/** A last check of fixes that a new scan has found good, such as by compiling and running them. */
@FunctionalInterface
public interface Proof {

    /** Takes the scan's word for it. */
    Proof NONE = (fixes, before, after) -> Map.of();

    /**
     * Looks at findings before anything is done about them. Asked once, in front of the first fix.
     *
     * @param findings those with a fix that may be applied, in their order
     * @param sources all sources as they were given
     * @return those that are not to be fixed, and why: a clause with a small first letter and no full stop
     */
    default Map<Finding, String> exclude(List<Finding> findings, List<SourceFile> sources) throws InterruptedException {
        return Map.of();
    }

    /**
     * Looks at fixes that are to be kept together. Of several, those that it objects to are tried again alone, since one may have failed
     * for another's sake.
     *
     * @param fixes in the order of their findings
     * @param before all sources without these fixes
     * @param after all sources with them
     * @return those that must not be kept, and why: a clause with a small first letter and no full stop
     */
    Map<Proposal, String> refuse(List<Proposal> fixes, List<SourceFile> before, List<SourceFile> after)
            throws InterruptedException;
}
