package dev.heed.verify.run;

import dev.heed.verify.probe.Sink;
import dev.heed.verify.scenario.Scenario;

/** What is run, again and again: each time as if for the first time. */
@FunctionalInterface
public interface Program {
    /**
     * Loads the program anew, so that no static field remembers an earlier run, with its probes speaking to this sink.
     *
     * @throws ReflectiveOperationException if the scenario cannot be found or made
     */
    Prepared prepare(Sink sink) throws ReflectiveOperationException;

    /**
     * One loaded copy.
     *
     * @param loader the context class loader for its thread
     * @param scenario what its thread runs
     */
    record Prepared(ClassLoader loader, Scenario scenario) {}
}
