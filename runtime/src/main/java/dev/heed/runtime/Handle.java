package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/** Something that the loop does once it is its turn. */
abstract class Handle {

    /**
     * Does it.
     *
     * @return the task that must go on now, or null
     */
    abstract @Nullable Task<?> run();

    /** Whether it is the step of a task, which a schedule may move among the other steps of one iteration. */
    boolean isStep() {
        return false;
    }
}
