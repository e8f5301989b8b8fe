package dev.heed.runtime;

/** How much a loop notes of where cancels come from. What each costs is measured in docs/benchmarks.md. */
public enum Provenance {
    /** The kind, the reason and the requester; no lines of code, no hops. */
    BRIEF,
    /** Also the requester's line, each hop, and the line that saw it first. */
    PLACES,
    /** Also the line of every await: for debugging. */
    DETAILED;

    boolean hasPlaces() {
        return this != BRIEF;
    }
}
