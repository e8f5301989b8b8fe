package dev.heed.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to cancel, with where it came from: immutable, it travels with the {@link CancelledException} to whoever catches
 * it. Ours: asyncio has a string, trio a reason and a source.
 *
 * @param kind why, in a word
 * @param reason why, in the requester's words
 * @param requester who asked: {@code task NAME} or {@code loop}
 * @param requestedAt the requester's line, if the loop keeps provenance
 * @param time when, since the loop's start
 * @param target what was to be cancelled: {@code task NAME}, {@code scope NAME}, ...
 * @param isLevel whether a scope asked, which asks again at every suspension; else it is an edge, seen once
 * @param cause the cancel that made the requester ask
 * @param failure the exception that made the requester ask
 * @param path how it went on from the target, one hop a waiting task
 */
public record Cancel(
        Kind kind,
        @Nullable String reason,
        String requester,
        @Nullable Place requestedAt,
        Duration time,
        String target,
        boolean isLevel,
        @Nullable Cancel cause,
        @Nullable Throwable failure,
        List<Hop> path) {

    /** Why a cancel was asked for. */
    public enum Kind {
        /** Somebody called {@code cancel}. */
        EXPLICIT,
        /** A timeout or a scope's deadline passed. */
        DEADLINE,
        /** Another task of the group failed. */
        SIBLING_FAILED,
        /** The task that opened the group was cancelled, or its block failed. */
        PARENT_ENDED,
        /** The user pressed Ctrl-C, or the thread that runs the loop was interrupted. */
        INTERRUPT,
        /** The loop closes. */
        SHUTDOWN,
        /** A shielded cleanup took longer than its grace period. */
        GRACE_OVER
    }

    /**
     * The request went on to what the target was waiting for (rule R2).
     *
     * @param from who waited
     * @param via the line of the await, if the loop keeps detailed provenance
     * @param to what it waited for
     * @param at when the request went on
     */
    public record Hop(String from, @Nullable Place via, String to, Duration at) {}

    /** Copies the path. */
    public Cancel {
        path = List.copyOf(path);
    }

    /** This request, one hop further. */
    Cancel via(Hop hop) {
        List<Hop> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(hop);
        return new Cancel(kind, reason, requester, requestedAt, time, target, isLevel, cause, failure, longer);
    }

    /** This request, as if somebody else had asked: a group on behalf of its tasks, say. */
    Cancel by(String other) {
        return new Cancel(kind, reason, other, requestedAt, time, target, isLevel, cause, failure, path);
    }

    /** The request that this one follows from in the end: itself, if it has no cause. */
    public Cancel origin() {
        Cancel origin = this;
        while (origin.cause != null) {
            origin = origin.cause;
        }
        return origin;
    }

    /** As {@code EXPLICIT(client gone) by task main at 1 -> task b -> task c}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.name());
        if (reason != null) {
            text.append('(').append(reason).append(')');
        }
        text.append(" by ").append(requester).append(" at ").append(Times.seconds(time));
        text.append(" -> ").append(target);
        for (Hop hop : path) {
            text.append(" -> ").append(hop.to());
        }
        return text.toString();
    }
}
