package dev.heed.engine.model;

/** A cancellation made visible to code, by kind. */
public enum Signal {
    /** The thread was interrupted. */
    INTERRUPT,
    /** Our own task was cancelled. */
    CANCEL,
    /** A task that we await was cancelled; we were not. */
    OUTCOME
}
