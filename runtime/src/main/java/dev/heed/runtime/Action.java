package dev.heed.runtime;

/** A {@link Body} without a result. */
@FunctionalInterface
public interface Action {

    /**
     * Runs to its end, suspending as often as it likes.
     *
     * @throws Exception whatever it fails with; {@link CancelledException} makes it cancelled
     */
    void run() throws Exception;
}
