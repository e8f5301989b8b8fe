package dev.heed.runtime;

/**
 * What a task, or a block of it, does. A plain call that suspends is an await: nothing marks it.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface Body<T> {

    /**
     * Runs to its end, suspending as often as it likes.
     *
     * @throws Exception whatever it fails with; {@link CancelledException} makes it cancelled
     */
    T run() throws Exception;
}
