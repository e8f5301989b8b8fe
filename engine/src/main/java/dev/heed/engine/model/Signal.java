package dev.heed.engine.model;

/** A cancellation made visible to code, by kind. */
public enum Signal {
    /** The thread was interrupted. */
    INTERRUPT,
    /** Our own task was cancelled. */
    CANCEL,
    /** A task that we await was cancelled; we were not. */
    OUTCOME,
    /** The thread is to look up from its wait: whoever has woken it has said elsewhere what it wants. */
    WAKEUP;

    /** As it is called in messages. */
    public String word() {
        return switch (this) {
            case INTERRUPT, OUTCOME -> "interrupt";
            case CANCEL -> "cancel";
            case WAKEUP -> "wakeup";
        };
    }

    /** Whether it comes as an exception only, so that a clause is all that tells of it. */
    public boolean isOwnException() {
        return this == CANCEL || this == WAKEUP;
    }
}
