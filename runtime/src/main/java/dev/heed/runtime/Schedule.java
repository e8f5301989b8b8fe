package dev.heed.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In which order the tasks that are ready in one iteration run (rule R18). Every order is legal: a program that behaves differently
 * under another schedule has a race. A schedule may keep state: make a new one for each loop.
 */
public final class Schedule {
    /** Spreads small seeds: the first numbers of a {@code Random} hardly depend on them. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final String name;
    private final @Nullable UnaryOperator<List<Task<?>>> order;
    private final boolean firesTimersFirst;

    private Schedule(String name, @Nullable UnaryOperator<List<Task<?>>> order, boolean firesTimersFirst) {
        this.name = name;
        this.order = order;
        this.firesTimersFirst = firesTimersFirst;
    }

    /** In the order in which they became ready, as asyncio does. */
    public static Schedule fifo() {
        return new Schedule("in order of arrival", null, false);
    }

    /** In a random order; the same seed gives the same one. */
    public static Schedule shuffled(long seed) {
        Random dice = new Random(seed * GOLDEN_RATIO);
        return new Schedule(
                "shuffled with seed " + seed,
                ready -> {
                    List<Task<?>> shuffled = new ArrayList<>(ready);
                    Collections.shuffle(shuffled, dice);
                    return shuffled;
                },
                false);
    }

    /**
     * In batches, as trio does: timers that are due wake their tasks first, and the batch is then put into an order of yours. It is
     * given in the order of the tasks' creation.
     */
    public static Schedule batches(String name, UnaryOperator<List<Task<?>>> order) {
        Comparator<Task<?>> byAge = Comparator.comparingLong(Task::id);
        return new Schedule(
                name, ready -> order.apply(ready.stream().sorted(byAge).toList()), true);
    }

    /** The tasks in the order in which they shall run, or null if they shall stay as they are. */
    @Nullable
    List<Task<?>> ordered(List<Task<?>> ready) {
        return order == null ? null : order.apply(ready);
    }

    boolean isFifo() {
        return order == null;
    }

    boolean firesTimersFirst() {
        return firesTimersFirst;
    }

    @Override
    public String toString() {
        return name;
    }
}
