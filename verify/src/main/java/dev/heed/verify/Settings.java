package dev.heed.verify;

import dev.heed.verify.run.Limits;
import dev.heed.verify.witness.Property;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far an exploration goes. All bounds have values that suit a unit test.
 *
 * @param bound how long one run may take
 * @param total how long all runs may take
 * @param runs how many runs there may be
 * @param memory the share of the heap, from 0 to 1, beyond which no further run is begun
 * @param options what is different from the plain exploration
 * @param caretakers names of classes that look after what they opened themselves, such as tests: none of it is a leak
 * @param carriers names of exceptions that mean cancellation, beyond the JDK's
 * @param requested which of the properties that are judged on request only are
 */
public record Settings(
        Duration bound,
        Duration total,
        int runs,
        double memory,
        Set<Option> options,
        Set<String> caretakers,
        Set<String> carriers,
        Set<Property> requested) {
    private static final int SPIN_TURNS = 1_000;
    private static final int EVENTS = 5_000;
    private static final int RESOURCES = 50_000;
    private static final int THREADS = 2_000;
    private static final Duration SETTLE = Duration.ofMillis(300);

    public Settings {
        options = Set.copyOf(options);
        caretakers = Set.copyOf(caretakers);
        carriers = Set.copyOf(carriers);
        requested = requested.stream().filter(Property::isOnRequest).collect(Collectors.toUnmodifiableSet());
        if (bound.isNegative() || bound.isZero() || total.isNegative() || runs < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
    }

    /** Two seconds a run, a minute and 500 runs in all, with awaited futures cancelled. */
    public static Settings defaults() {
        return new Settings(
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                500,
                0.9,
                Set.of(Option.AWAITED),
                Set.of(),
                Set.of(),
                Set.of());
    }

    /** With another bound of each run. */
    public Settings withBound(Duration each) {
        return new Settings(each, total, runs, memory, options, caretakers, carriers, requested);
    }

    /** With another bound of all runs together. */
    public Settings withTotal(Duration all) {
        return new Settings(bound, all, runs, memory, options, caretakers, carriers, requested);
    }

    /** With at most so many runs. */
    public Settings withRuns(int most) {
        return new Settings(bound, total, most, memory, options, caretakers, carriers, requested);
    }

    /** With the option, or without it. */
    public Settings with(Option option, boolean on) {
        Set<Option> changed = new TreeSet<>(options);
        if (on) {
            changed.add(option);
        } else {
            changed.remove(option);
        }
        return new Settings(bound, total, runs, memory, changed, caretakers, carriers, requested);
    }

    /** With the option. */
    public Settings with(Option option) {
        return with(option, true);
    }

    /** With these exceptions, by class name, taken for cancellations. */
    public Settings withCarriers(Set<String> names) {
        return new Settings(bound, total, runs, memory, options, caretakers, names, requested);
    }

    /** With these classes, by name, left to look after what they opened themselves. */
    public Settings withCaretakers(Set<String> names) {
        return new Settings(bound, total, runs, memory, options, names, carriers, requested);
    }

    /** With those among these judged, too, that are judged on request only. */
    public Settings withRequested(Set<Property> properties) {
        return new Settings(bound, total, runs, memory, options, caretakers, carriers, properties);
    }

    /** Whether the property is judged. */
    boolean judges(Property property) {
        return !property.isOnRequest() || requested.contains(property);
    }

    /** Whether the option is on. */
    public boolean has(Option option) {
        return options.contains(option);
    }

    Limits limits() {
        return new Limits(
                bound, SETTLE, SPIN_TURNS, EVENTS, RESOURCES, THREADS, has(Option.SKIP_SLEEPS), has(Option.MAY_WAIT));
    }
}
