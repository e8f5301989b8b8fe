package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fate of a signal off each end of its paths. */
final class SignalEnds implements Tracker.Ends {
    /** More than these are kept only of fates that none of them has. */
    private static final int MAX_OUTCOMES = 16;

    private static final Pattern CANCELLED = Pattern.compile("(?i)cancel|abort|interrupt");

    private final FunctionContext context;
    private final WorkEnds workEnds;
    private final Signal signal;
    private final List<Outcome> outcomes = new ArrayList<>();

    SignalEnds(FunctionContext context, WorkEnds workEnds, Signal signal) {
        this.context = context;
        this.workEnds = workEnds;
        this.signal = signal;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public void returned(Tracker.Node node, State state, Terminator.Return end) {
        Operand value = end.value();
        boolean carries = state.carries(value);
        Fate fate = carries && state.status() != Status.SET ? Fate.TRANSFERRED : returnFate(state);
        fate = fate == Fate.LOST && signal == Signal.CANCEL && tells(value) ? Fate.TRANSFERRED : fate;
        String text = fate == Fate.RESTORED || state.status() == Status.SET
                ? "'" + context.function.displayName() + "' returns with the interrupt status set"
                : "'" + context.function.displayName() + "' returns, and the " + signal.word() + " is gone";
        Event event = new Event(Event.Kind.RETURNED, end.span(), null, text);
        add(fate, node, state, end.span(), null, false, null, false, carries, event);
    }

    /** Whether a result says that the work was cancelled: a constant called so. */
    private boolean tells(@Nullable Operand value) {
        return value != null
                && context.definitions.sources(value).stream()
                        .anyMatch(source -> source instanceof Op.FieldRead read
                                && CANCELLED.matcher(read.field().name()).find());
    }

    private Fate returnFate(State state) {
        if (state.status() == Status.SET) {
            return Fate.RESTORED;
        } else if (state.has(State.TRANSFERRED)) {
            return Fate.TRANSFERRED;
        } else if (state.status() == Status.UNKNOWN || state.has(State.MURKY)) {
            return Fate.UNKNOWN;
        } else if (state.has(State.ABORTED)) {
            return Fate.UNKNOWN; // a callee's wait has used up the status: what becomes of it is that callee's doing
        } else if (state.has(State.STOP_FLAG_TESTED)) {
            return Fate.PROTOCOL;
        } else if (signal == Signal.WAKEUP) {
            return Fate.PROTOCOL; // the wait that it was to end has been left
        } else if (signal == Signal.CANCEL && state.has(State.FIELD_TESTED)) {
            return Fate.PROTOCOL;
        } else if (!workEnds.here()) {
            return Fate.LOST;
        } else if (state.has(State.LOOPED | State.LOOPED_BOUNDED)) {
            return state.has(State.FIELD_TESTED) ? Fate.PROTOCOL : Fate.LOST;
        }
        return state.has(State.WORKED) ? Fate.LOST : Fate.FINISHED;
    }

    @Override
    public void thrown(Tracker.Node node, State state, Span span, Held value, String type) {
        boolean linked = value.kind() != Held.Kind.REPLACEMENT;
        Fate fate = throwFate(state, value, type);
        String simple = Types.simpleName(type);
        String text = switch (fate) {
            case PROPAGATED -> "the signal leaves as '" + simple + "'";
            case RESTORED -> "'" + simple + "' leaves with the interrupt status set";
            default ->
                "'" + simple + "' leaves without the interrupt status"
                        + (linked ? "" : " and without the interrupt as its cause");
        };
        Event event = new Event(Event.Kind.THROWN, span, null, text);
        add(fate, node, state, span, type, linked, null, false, false, event);
    }

    private Fate throwFate(State state, Held value, String type) {
        if (value.isSignal()) {
            return Fate.PROPAGATED;
        }
        TypeModel model = context.facts.models().type(type, context.facts.hierarchy());
        if (model != null && (model.signal() != null || model.isCarrier())) {
            return Fate.PROPAGATED;
        } else if (value.kind() == Held.Kind.BUILT && context.isUnwrappedAround(type)) {
            return Fate.PROPAGATED;
        } else if (state.status() == Status.SET) {
            return Fate.RESTORED;
        } else if (state.has(State.TRANSFERRED)) {
            return Fate.TRANSFERRED;
        } else if (state.status() == Status.UNKNOWN || state.has(State.MURKY)) {
            return Fate.UNKNOWN;
        } else if (workEnds.ownsThread() && !state.has(State.WORKED)) {
            return Fate.FINISHED;
        }
        return Fate.CONVERTED;
    }

    @Override
    public void exited(Tracker.Node node, State state, Op.Call call) {
        Event event = new Event(Event.Kind.EXITED, call.span(), call, "the process ends");
        add(Fate.FINISHED, node, state, call.span(), null, false, null, false, false, event);
    }

    @Override
    public boolean stalled(Tracker.Node node, State state, Op.Call call) {
        boolean nobodyRestored = !state.has(State.RESTORED);
        if (state.has(State.LOOPED_BOUNDED)
                && !state.has(State.LOOPED)
                && (nobodyRestored || !state.has(State.BEGAN_WORK))) {
            return true; // each turn that is left gives up at once: as good as leaving the loop
        }
        String name = CallSemantics.displayName(call);
        Event event = new Event(
                Event.Kind.STALLED,
                call.span(),
                call,
                "'" + name + "' is reached with the interrupt status set, and gives up at once");
        Dispatch dispatch =
                Dispatch.of(CallSemantics.INTERRUPTED_EXCEPTION, node.block().handler(), context.facts.hierarchy());
        boolean caught = dispatch.landings().stream()
                .anyMatch(landing -> landing.clause().kind() == Handler.Kind.CATCH);
        Fate fate = state.has(State.STOP_FLAG_TESTED)
                ? Fate.PROTOCOL
                : state.has(State.LOOPED | State.LOOPED_BOUNDED) ? Fate.SPIN : Fate.STALLED;
        add(fate, node, state, call.span(), null, false, call, !caught && dispatch.mayEscape(), false, event);
        return false;
    }

    @Override
    public boolean caughtAgain(Tracker.Node node, State state, Handler.Clause clause) {
        if (state.status() == Status.CLEAR && !state.has(State.RESTORED | State.TRANSFERRED | State.MURKY)) {
            Event event = new Event(
                    Event.Kind.THROWN,
                    node.block().terminator().span(),
                    null,
                    "it is thrown again, to another handler of this function");
            add(Fate.HANDLED_ELSEWHERE, node, state, event.span(), null, true, null, false, false, event);
            return false;
        }
        return true;
    }

    /** The loop around the handler never ends, as far as can be seen. */
    void neverEnds(Tracker.Node node) {
        Span exit = node.events().isEmpty()
                ? context.function.nameSpan()
                : node.events().get(node.events().size() - 1).span();
        Event event =
                new Event(Event.Kind.LOOPED, exit, null, "nothing ends the loop: the " + signal.word() + " is gone");
        Fate fate = node.state().status() == Status.CLEAR
                        && !node.state().has(State.TRANSFERRED)
                        && !node.state().has(State.MURKY)
                ? Fate.LOST
                : Fate.UNKNOWN;
        add(fate, node, node.state(), exit, null, false, null, false, false, event);
    }

    void unknown(Span place) {
        outcomes.add(new Outcome(
                Fate.UNKNOWN,
                Status.UNKNOWN,
                place,
                null,
                false,
                null,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null,
                Map.of(),
                List.of()));
    }

    private boolean has(Fate fate) {
        return outcomes.stream().anyMatch(o -> o.fate() == fate);
    }

    private void add(
            Fate fate,
            Tracker.Node node,
            State state,
            Span exit,
            @Nullable String thrownType,
            boolean carriesCause,
            Op.@Nullable Call stall,
            boolean stallEscapes,
            boolean resultIsHolder,
            Event last) {
        boolean known = outcomes.stream()
                .anyMatch(o -> o.fate() == fate
                        && o.exit().equals(exit)
                        && o.fields().equals(state.fields())
                        && o.looped() == state.has(State.LOOPED | State.LOOPED_BOUNDED));
        if (known || (outcomes.size() >= MAX_OUTCOMES && has(fate))) {
            return;
        }
        List<Event> events = Tracker.history(node);
        events.add(last);
        outcomes.add(new Outcome(
                fate,
                state.status(),
                exit,
                thrownType,
                carriesCause,
                stall,
                state.has(State.LOOPED | State.LOOPED_BOUNDED),
                !state.has(State.LOOPED),
                state.has(State.WORKED),
                state.has(State.RESTORED),
                state.has(State.ABORTED),
                stallEscapes,
                resultIsHolder,
                constant(node),
                state.fields(),
                events));
    }

    private static @Nullable Object constant(Tracker.Node node) {
        return node.block().terminator() instanceof Terminator.Return end && end.value() != null
                ? Conditions.value(end.value(), node.state())
                : null;
    }
}
