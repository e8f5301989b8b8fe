package dev.heed.runtime;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The task is asked to end, or what it waited for was cancelled. Clean up, then let it pass: {@code catch (Exception)} also
 * takes it, as so much real code does.
 *
 * <p>The same object goes from the innermost task that saw it to those that wait for it, as in asyncio, and so does what it knows
 * of its origin.
 */
public final class CancelledException extends CancellationException {
    private static final long serialVersionUID = 1L;

    private final transient Cancel why;
    private transient @Nullable String deliveredIn;
    private boolean isTraced;

    CancelledException(@Nullable String message, Cancel why) {
        super(message);
        this.why = why;
    }

    /** Where it comes from. */
    public Cancel why() {
        return why;
    }

    /** The task that saw it first, or null if none has yet. */
    public @Nullable String deliveredIn() {
        return deliveredIn;
    }

    /** The line at which it was seen first, or null if the loop keeps no provenance. */
    public @Nullable Place deliveredAt() {
        return isTraced ? Place.of(this) : null;
    }

    /** Who asked for this, why, when, by which way it came, and where it was seen first. */
    public String explain() {
        return Explanation.of(this);
    }

    /** The same cancellation, as a new exception without the requester's words: for code that waits on before it passes it on. */
    public CancelledException withoutMessage() {
        CancelledException other = new CancelledException(null, why);
        other.deliveredIn = deliveredIn;
        if (isTraced) {
            other.isTraced = true;
            other.setStackTrace(getStackTrace());
        }
        return other;
    }

    /** A task sees it now; the first counts, and the stack trace is that of its suspended call. */
    void deliver(String task, boolean traced) {
        if (deliveredIn == null) {
            deliveredIn = task;
            if (traced) {
                isTraced = true;
                super.fillInStackTrace();
            }
        }
    }

    /** Made in the loop, it has no stack worth the walk; {@link #deliver} fills it in. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
