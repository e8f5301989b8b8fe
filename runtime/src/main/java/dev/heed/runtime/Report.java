package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong and that no task can be told of.
 *
 * @param kind what
 * @param message what happened, and to whom
 * @param failure the exception, if there is one
 */
public record Report(Kind kind, String message, @Nullable Throwable failure) {

    /** What can go wrong. */
    public enum Kind {
        /** A callback threw. */
        CALLBACK_FAILED,
        /** A task failed while the loop closed. */
        FAILED_IN_SHUTDOWN,
        /** A task failed, and nobody has awaited it. */
        FAILURE_UNSEEN,
        /** A task had not ended when the loop closed; its cleanup may not have run. */
        LEFT_BEHIND,
        /** A task kept the loop from running for long: a blocking call, perhaps. */
        LOOP_BLOCKED
    }
}
