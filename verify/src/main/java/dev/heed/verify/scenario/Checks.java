package dev.heed.verify.scenario;

import java.util.concurrent.Callable;

/** Takes what a scenario says of itself: what must hold afterwards, and who must get the cancellation. */
public interface Checks {
    /**
     * This must hold after every run.
     *
     * @param name what holds, for the report: "no money is lost"
     * @param check throws if it does not
     */
    void afterwards(String name, Check check);

    /**
     * Calls, and takes the caller of this for the one that an interrupt delivered in the meantime is owed to: whatever the scenario does
     * with it from then on is its own business. Without a boundary it is owed to whoever runs the scenario.
     *
     * @throws Exception what the call throws
     */
    <T> T boundary(Callable<T> call) throws Exception;

    /** One invariant. */
    @FunctionalInterface
    interface Check {
        /** Throws if it does not hold. */
        void run() throws Throwable;
    }
}
