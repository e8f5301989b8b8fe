package dev.heed.verify.scenario;

/** What is explored: a public class with a public constructor without parameters. Each run gets a fresh one, of a fresh class. */
@FunctionalInterface
public interface Scenario {
    /**
     * Does what is to be cancelled. It must come to the same points each time it is run undisturbed.
     *
     * @param checks takes the invariants that must hold afterwards
     */
    void run(Checks checks) throws Throwable;
}
