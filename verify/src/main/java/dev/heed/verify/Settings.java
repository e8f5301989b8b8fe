package dev.heed.verify;

import dev.heed.verify.run.Limits;
import java.time.Duration;
import java.util.Set;

/**
 * How far an exploration goes. All bounds have values that suit a unit test.
 *
 * @param bound how long one run may take
 * @param total how long all runs may take
 * @param runs how many runs there may be
 * @param memory the share of the heap, from 0 to 1, beyond which no further run is begun
 * @param twice whether a second cancellation is delivered at the first points after the first one
 * @param mainOnly whether only the scenario's own thread is cancelled
 * @param awaited whether futures that somebody waits for are cancelled, too
 * @param mayWait whether the undisturbed scenario may wait for ever, for what only a cancellation ends
 * @param skipSleeps whether sleeps are cut short
 * @param carriers names of exceptions that mean cancellation, beyond the JDK's
 */
public record Settings(
        Duration bound,
        Duration total,
        int runs,
        double memory,
        boolean twice,
        boolean mainOnly,
        boolean awaited,
        boolean mayWait,
        boolean skipSleeps,
        Set<String> carriers) {
    private static final int SPIN_TURNS = 1_000;
    private static final int EVENTS = 5_000;
    private static final int RESOURCES = 50_000;
    private static final Duration SETTLE = Duration.ofMillis(300);

    public Settings {
        carriers = Set.copyOf(carriers);
        if (bound.isNegative() || bound.isZero() || total.isNegative() || runs < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
    }

    /** Two seconds a run, a minute and 500 runs in all, one cancellation at a time. */
    public static Settings defaults() {
        return new Settings(
                Duration.ofSeconds(2), Duration.ofMinutes(1), 500, 0.9, false, false, true, false, false, Set.of());
    }

    /** With another bound of each run. */
    public Settings withBound(Duration each) {
        return new Settings(each, total, runs, memory, twice, mainOnly, awaited, mayWait, skipSleeps, carriers);
    }

    /** With another bound of all runs together. */
    public Settings withTotal(Duration all) {
        return new Settings(bound, all, runs, memory, twice, mainOnly, awaited, mayWait, skipSleeps, carriers);
    }

    /** With at most so many runs. */
    public Settings withRuns(int most) {
        return new Settings(bound, total, most, memory, twice, mainOnly, awaited, mayWait, skipSleeps, carriers);
    }

    /** With a second cancellation during the cleanup after the first. */
    public Settings withTwice(boolean on) {
        return new Settings(bound, total, runs, memory, on, mainOnly, awaited, mayWait, skipSleeps, carriers);
    }

    /** With only the scenario's own thread cancelled. */
    public Settings withMainOnly(boolean on) {
        return new Settings(bound, total, runs, memory, twice, on, awaited, mayWait, skipSleeps, carriers);
    }

    /** With the futures that somebody waits for cancelled, too. */
    public Settings withAwaited(boolean on) {
        return new Settings(bound, total, runs, memory, twice, mainOnly, on, mayWait, skipSleeps, carriers);
    }

    /** For a scenario that waits for ever undisturbed, and that nobody outside can wake. */
    public Settings withMayWait(boolean on) {
        return new Settings(bound, total, runs, memory, twice, mainOnly, awaited, on, skipSleeps, carriers);
    }

    /** With sleeps cut short. */
    public Settings withSkipSleeps(boolean on) {
        return new Settings(bound, total, runs, memory, twice, mainOnly, awaited, mayWait, on, carriers);
    }

    /** With these exceptions, by class name, taken for cancellations. */
    public Settings withCarriers(Set<String> names) {
        return new Settings(bound, total, runs, memory, twice, mainOnly, awaited, mayWait, skipSleeps, names);
    }

    Limits limits() {
        return new Limits(bound, SETTLE, SPIN_TURNS, EVENTS, RESOURCES, skipSleeps, mayWait);
    }
}
