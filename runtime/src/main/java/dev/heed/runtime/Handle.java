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
}
