package dev.heed.verify.run;

import java.time.Duration;

/**
 * Bounds of one run.
 *
 * @param bound how long the scenario may take
 * @param settle how long threads that are left behind must wait to be taken for ones that never end
 * @param spinTurns how often a cancelled thread may be thrown out of a wait, or fall through one, without one real wait in between
 * @param events how many events are kept for a thread
 * @param resources how many resources and locks are followed
 * @param threads how many threads are followed
 * @param skipsSleeps whether sleeps are cut short
 * @param isClosed whether nobody outside the run can wake its threads, so that a run is over when all of them wait
 */
public record Limits(
        Duration bound,
        Duration settle,
        int spinTurns,
        int events,
        int resources,
        int threads,
        boolean skipsSleeps,
        boolean isClosed) {}
