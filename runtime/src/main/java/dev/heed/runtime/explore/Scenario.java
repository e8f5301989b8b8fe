package dev.heed.runtime.explore;

import dev.heed.runtime.Loop;
import dev.heed.runtime.Task;
import org.jspecify.annotations.Nullable;

/** A small program with a task to cancel. It is run many times, and must be the same each time. */
public interface Scenario {

    /**
     * Runs as the main task: spawns the victim, hands it over at once, and does what else there is to do.
     *
     * @throws Exception whatever main fails with
     */
    void run(Loop loop, Stage stage) throws Exception;

    /** Where the scenario hands over its victim. */
    @FunctionalInterface
    interface Stage {

        /** This is the task to cancel. */
        void victim(Task<?> task);
    }

    /**
     * What is wrong with how it ended, or null. By default: that it returned although it was cancelled and the cancel was
     * accepted.
     */
    default @Nullable String problem(Task<?> victim, boolean isAccepted) {
        return isAccepted && victim.state() == Task.State.RETURNED
                ? victim + " returned a value; the cancel is lost"
                : null;
    }
}
