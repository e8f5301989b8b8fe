package dev.heed.verify.scenario;

/** Takes the invariants of a scenario: what must hold afterwards, wherever a cancellation hit it. */
public interface Checks {
    /**
     * This must hold after every run.
     *
     * @param name what holds, for the report: "no money is lost"
     * @param check throws if it does not
     */
    void afterwards(String name, Check check);

    /** One invariant. */
    @FunctionalInterface
    interface Check {
        /** Throws if it does not hold. */
        void run() throws Throwable;
    }
}
