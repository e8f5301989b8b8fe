package dev.heed.engine.fate;

import dev.heed.engine.ir.Handler;
import dev.heed.engine.model.Signal;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One signal that reaches a place of a function, with its fate on every path from there.
 *
 * @param start how it becomes visible
 * @param clause the handler that takes it, for HANDLER; the finally, for FINALLY
 * @param place the catch parameter, the jump, the poll, or the call
 * @param type the exception type that arrives
 * @param named whether the handler names a type of signal, rather than a broad type
 * @param deliveries who delivers it, the surest first; at least one
 * @param outcomes one for each end that was found; the shortest path to it
 * @param said what is logged, and which exceptions are made, while the signal is live: each as the events of the shortest
 *     path to it, itself the last
 */
public record SignalFates(
        Start start,
        Handler.@Nullable Clause clause,
        Span place,
        Signal signal,
        String type,
        boolean named,
        List<Delivery> deliveries,
        List<Outcome> outcomes,
        List<List<Event>> said) {

    public SignalFates {
        deliveries = List.copyOf(deliveries);
        outcomes = List.copyOf(outcomes);
        said = List.copyOf(said);
    }

    /** How a signal becomes visible. */
    public enum Start {
        /** Caught. */
        HANDLER,
        /** In flight through a {@code finally} that has a jump out of it; the place is the first such jump. */
        FINALLY,
        /** {@code Thread.interrupted()} returned true, which cleared the status. */
        POLL,
        /** {@code Thread.interrupted()} cleared the status, and nobody looked at what it returned. */
        CLEARED,
        /** A function of the project caught it, set the status again, and returned. */
        CALLEE,
        /**
         * Found by {@code instanceof} in an exception that carries it. Only what is said for sure is followed: up to the next
         * branch.
         */
        TESTED,
        /** A wait that does not throw returns at once, and leaves the status set ({@code Selector.select}). */
        WAKE
    }

    /** The shortest path that ends in this fate. */
    public Optional<Outcome> first(Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).findFirst();
    }

    /** Whether the best delivery is known for sure. */
    public boolean proved() {
        return deliveries.get(0).proved();
    }
}
