package dev.heed.engine.rule;

import java.util.List;

/**
 * A change of the source that removes a finding.
 *
 * @param title what it does, in the imperative, without a full stop: {@code Restore the interrupt status before returning}
 * @param safety whether it may be applied unseen
 * @param edits not overlapping, in the order of their places; all or none
 */
public record Fix(String title, Safety safety, List<TextEdit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** Whether a fix may be applied unseen. */
    public enum Safety {
        /** Changes nothing but the fate of the cancellation. */
        SAFE,
        /** May change a signature, callers, or behaviour that somebody relies on. */
        UNSAFE
    }
}
