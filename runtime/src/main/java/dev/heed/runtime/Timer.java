package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/** A callback that the loop runs later, or soon. Equal times fire in the order of their creation (rule R17). */
public final class Timer extends Handle implements Comparable<Timer> {
    private final Agenda agenda;
    private final long when;
    private final long sequence;
    private @Nullable Runnable action;
    private boolean queued;

    Timer(Agenda agenda, long when, long sequence, Runnable action) {
        this.agenda = agenda;
        this.when = when;
        this.sequence = sequence;
        this.action = action;
    }

    /** Keeps the callback from running; without effect once it has run. */
    public void cancel() {
        if (action != null) {
            action = null;
            if (queued) {
                agenda.timerCancelled();
            }
        }
    }

    long when() {
        return when;
    }

    boolean isLive() {
        return action != null;
    }

    /** Tells that it is, or is no longer, in the queue of timers. */
    void queued(boolean isQueued) {
        queued = isQueued;
    }

    @Override
    @Nullable
    Task<?> run() {
        Runnable todo = action;
        if (todo != null) {
            action = null;
            agenda.call(todo);
        }
        return null;
    }

    @Override
    public int compareTo(Timer other) {
        int byTime = Long.compare(when, other.when);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }
}
