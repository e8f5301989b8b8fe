package dev.heed.runtime;

import java.time.Duration;

/**
 * Something that happened in a run, for those who draw or check it.
 *
 * @param kind what
 * @param time when, since the loop's start
 * @param task the name of the task that it happened to, or {@code loop}
 * @param other whom it has to do with: see the kind
 * @param text more about it: see the kind
 */
public record LoopEvent(Kind kind, Duration time, String task, String other, String text) {

    /** What can happen. */
    public enum Kind {
        /** A task was made; other: by whom. */
        SPAWNED,
        /** Its first step begins. */
        STARTED,
        /** It waits; other: for what. */
        SUSPENDED,
        /** It goes on. */
        RESUMED,
        /** Somebody asks to cancel it; other: who; text: the request. */
        REQUESTED,
        /** The request goes on from it; other: to what it waits for; text: the kind of cancel. */
        PASSED_ON,
        /** The request came back to it: tasks wait for each other in a ring, which is broken where it came from. */
        CAME_ROUND,
        /** A cancel is thrown into it; other: who asked; text: the request. */
        DELIVERED,
        /** It has ended; text: the exception, or empty. */
        ENDED,
        /** A scope is cancelled; other: the scope; text: the request. */
        SCOPE_CANCELLED,
        /** The program says that it calls something that will suspend; text: what. */
        CALLED,
        /** The program says that such a call has returned; text: what. */
        CALL_RETURNED,
        /** The program says that it is in a handler; text: what it says. */
        HANDLER,
        /** The program says that it is in a finally block; text: what it says. */
        FINALLY,
        /** The program says something; text: what. */
        NOTE
    }
}
