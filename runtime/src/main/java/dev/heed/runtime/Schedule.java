package dev.heed.runtime;

import java.util.Random;

/**
 * In which order the tasks that are ready in one iteration run (rule R18). Every order is legal: programs that differ under another
 * schedule have a race.
 */
public final class Schedule {
    private final boolean isShuffled;
    private final long seed;

    private Schedule(boolean isShuffled, long seed) {
        this.isShuffled = isShuffled;
        this.seed = seed;
    }

    /** In the order in which they became ready, as asyncio does. */
    public static Schedule fifo() {
        return new Schedule(false, 0);
    }

    /** In a random order; the same seed gives the same one. */
    public static Schedule shuffled(long seed) {
        return new Schedule(true, seed);
    }

    /** The source of the random order, or null for the order of arrival. */
    @org.jspecify.annotations.Nullable
    Random random() {
        return isShuffled ? new Random(seed) : null;
    }

    @Override
    public String toString() {
        return isShuffled ? "shuffled with seed " + seed : "in order of arrival";
    }
}
