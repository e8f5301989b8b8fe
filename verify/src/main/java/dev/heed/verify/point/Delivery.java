package dev.heed.verify.point;

/** How a cancellation arrives at a call: as if the call had been blocked when it came. */
public enum Delivery {
    /** The status is cleared and {@code InterruptedException} thrown in place of the call, as a blocked wait does. */
    THROW("interrupt"),
    /**
     * The status is set and the call is made: for calls that return, or throw by themselves, when the status is set, and for polls.
     */
    STATUS("interrupt"),
    /**
     * The status is set and the call is made; if it returns all the same, since there was nothing to wait for, {@code
     * InterruptedException} is thrown then: for calls that others must see interrupted.
     */
    STATUS_THEN_THROW("interrupt"),
    /** {@code InterruptedIOException} is thrown in place of the call, as piped streams do. */
    IO("interrupt"),
    /** The future that the call waits for is cancelled; the thread itself is not. */
    CANCEL_AWAITED("cancel of the awaited future"),
    /** The call has no time to wait: it returns, or throws {@code TimeoutException}, without having waited. */
    LATE("timeout"),
    /** A failure that the call declares is thrown in place of it. */
    FAIL("failure");

    private final String signal;

    Delivery(String signal) {
        this.signal = signal;
    }

    /** What arrives, in words. */
    public String signal() {
        return signal;
    }

    /** Whether the thread itself was asked to stop, and so owes its caller an answer. */
    public boolean isInterrupt() {
        return this != CANCEL_AWAITED && !isFailure();
    }

    /** Whether nobody was cancelled at all: what a cancellation must not be taken for. */
    public boolean isFailure() {
        return this == LATE || this == FAIL;
    }
}
