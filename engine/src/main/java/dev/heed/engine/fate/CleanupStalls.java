package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.engine.summary.RestoredThrow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cleanup that is reached with the interrupt status set, so that its first wait gives up at once: in a {@code finally}, in the
 * {@code close()} of a try-with-resources, or in a handler that has restored first.
 */
public final class CleanupStalls {
    private static final int BOUND = 1_000;
    private static final int CALL_DEPTH = 3;

    /** Why the status is set. */
    public enum Why {
        /** It was restored on the way, in this function. */
        RESTORED,
        /** The exception in flight keeps it. */
        KEPT,
        /** A callee restored it, and threw something that is no signal. */
        RESTORED_BELOW,
        /** It was found set. */
        POLLED
    }

    /**
     * A cleanup that is cut short.
     *
     * @param signal what is cleaned up after; null where it is not caught here
     * @param call the first call of the cleanup that gives up
     * @param isClose whether it is the implicit {@code close()} of a resource
     * @param body the finally, or the handler; null for a {@code close()}
     * @param inHandler whether the body is that of a handler
     * @param skipped what is not even called then; null if nothing is
     * @param before what is to be told before the events: where the status was set or seen
     */
    public record Stall(
            Why why,
            @Nullable SignalFates signal,
            Op.Call call,
            boolean isClose,
            @Nullable Span body,
            boolean inHandler,
            Op.@Nullable Call skipped,
            boolean proved,
            List<Before> before,
            List<Event> events) {
        public Stall {
            before = List.copyOf(before);
            events = List.copyOf(events);
        }
    }

    /** A place on the way that is no event of the signal's own path. */
    public record Before(SourceFile file, Span span, String text) {}

    private final FunctionFates fates;
    private final FunctionContext context;
    private final CleanupPlaces places;
    private final List<Stall> found = new ArrayList<>();

    private CleanupStalls(FunctionFates fates) {
        this.fates = fates;
        context = new FunctionContext(fates);
        places = new CleanupPlaces(context);
    }

    /** The cleanups of a function that are cut short, one for each finally, handler, or resource. */
    public static List<Stall> of(FunctionFates fates) {
        CleanupStalls stalls = new CleanupStalls(fates);
        for (SignalFates signal : fates.signals()) {
            stalls.caught(signal);
        }
        if (stalls.hasCleanup()) {
            stalls.inFlight();
        }
        return stalls.found;
    }

    /** Whether a path of a caught signal ends in cleanup that is cut short. */
    public static boolean isCleanup(FunctionFates fates, SignalFates signal, Outcome outcome) {
        return outcome.fate() == Fate.STALLED && new CleanupStalls(fates).cleanup(signal, outcome) != null;
    }

    private CleanupPlaces.@Nullable Cleanup cleanup(SignalFates signal, Outcome outcome) {
        Op.Call call = outcome.stall();
        Handler.Clause clause = signal.clause();
        boolean starts = signal.start() == SignalFates.Start.HANDLER || signal.start() == SignalFates.Start.POLL;
        return call == null || !starts || outcome.status() != Status.SET
                ? null
                : places.around(call, signal.place(), clause == null ? null : clause.text());
    }

    private void caught(SignalFates signal) {
        if (signal.signal() == Signal.OUTCOME) {
            return;
        }
        for (Outcome outcome : signal.outcomes()) {
            if (outcome.fate() == Fate.STALLED) {
                CleanupPlaces.Cleanup cleanup = cleanup(signal, outcome);
                Op.Call call = outcome.stall();
                if (cleanup != null && call != null) {
                    Why why = outcome.restored() ? Why.RESTORED : Why.KEPT;
                    add(why, signal, call, cleanup, signal.proved(), List.of(), outcome.events());
                }
            }
        }
    }

    private void add(
            Why why,
            @Nullable SignalFates signal,
            Op.Call call,
            CleanupPlaces.Cleanup cleanup,
            boolean proved,
            List<Before> before,
            List<Event> events) {
        // One finding tells of a whole finally: what comes first in it is what gives up.
        Span body = cleanup.body();
        Op.Call skipped = places.skippedBy(call, body);
        if (skipped == null && places.isPrepared(call, body)) {
            return;
        }
        if (found.stream()
                .noneMatch(
                        stall -> body == null ? stall.call().span().equals(call.span()) : body.equals(stall.body()))) {
            found.add(new Stall(
                    why,
                    signal,
                    call,
                    cleanup.where() == CleanupPlaces.Where.CLOSE,
                    body,
                    cleanup.where() == CleanupPlaces.Where.HANDLER,
                    skipped,
                    proved,
                    before,
                    events));
        }
    }

    private boolean hasCleanup() {
        return context.function.blocks().stream()
                .anyMatch(block -> !block.ops().isEmpty()
                        && block.ops().get(0) instanceof Op.CatchEntry entry
                        && entry.clause().kind() != Handler.Kind.CATCH);
    }

    // ---- what is not caught here ----

    private void inFlight() {
        for (Block block : context.function.blocks()) {
            if (!block.ops().isEmpty()
                    && block.ops().get(0) instanceof Op.CatchEntry entry
                    && isCleanup(entry.clause())) {
                for (Delivery delivery : context.flow.arrivals(entry.clause())) {
                    kept(block, entry, delivery);
                }
            }
            for (int i = 0; i < block.ops().size(); i++) {
                if (block.ops().get(i) instanceof Op.Call call && block.handler() != null) {
                    for (RestoredThrow thrown : RestoredThrows.by(context, call)) {
                        restoredBelow(block, call, thrown);
                    }
                }
            }
            polled(block);
        }
    }

    private static boolean isCleanup(Handler.Clause clause) {
        return clause.kind() == Handler.Kind.FINALLY || clause.kind() == Handler.Kind.RESOURCE;
    }

    private void kept(Block block, Op.CatchEntry entry, Delivery delivery) {
        TypeModel model = context.facts.models().type(delivery.type(), context.facts.hierarchy());
        // What this function throws itself is its own doing, of which another rule tells.
        if (delivery.call() == null
                || delivery.signal() == Signal.OUTCOME
                || FateAnalysis.statusWhenThrown(model, List.of(delivery)) != Status.SET) {
            return;
        }
        List<Before> before = new ArrayList<>();
        if (!delivery.originFile().equals(context.function.file())
                || !delivery.origin().equals(delivery.span())) {
            before.add(new Before(delivery.originFile(), delivery.origin(), "the interrupt is delivered here"));
        }
        before.add(new Before(
                context.function.file(),
                delivery.span(),
                "'" + delivery.by() + "' throws '" + Types.simpleName(delivery.type())
                        + "', and the interrupt status stays set"));
        State start = start().hold(entry.variable(), new Held(delivery.type(), Held.Kind.SIGNAL));
        track(Why.KEPT, block, 0, start, delivery.span(), delivery.proved(), before);
    }

    private void restoredBelow(Block block, Op.Call call, RestoredThrow thrown) {
        List<Dispatch.Landing> landings = Dispatch.of(thrown.type(), block.handler(), context.facts.hierarchy())
                .landings();
        if (landings.isEmpty() || !isCleanup(landings.get(0).clause())) {
            return;
        }
        Block target = landings.get(0).clause().target();
        if (target.ops().isEmpty() || !(target.ops().get(0) instanceof Op.CatchEntry entry)) {
            return;
        }
        List<Before> before = List.of(
                new Before(thrown.file(), thrown.restored(), "after an interrupt, the status is set again here"),
                new Before(
                        context.function.file(),
                        call.span(),
                        "'" + CallSemantics.displayName(call) + "' then throws '" + Types.simpleName(thrown.type())
                                + "' with the status set"));
        Variable variable = entry.variable();
        State start = start().hold(variable, new Held(thrown.type(), Held.Kind.BUILT));
        track(Why.RESTORED_BELOW, target, 0, start, call.span(), true, before);
    }

    /** Leaves by the branch on which the status was found set. */
    private void polled(Block block) {
        if (!(block.terminator() instanceof Terminator.Branch branch)
                || !(branch.test() instanceof Test.IsTrue test)
                || !(context.definitions.single(test.operand()) instanceof Op.Call call)
                || context.calls.statusEffect(call) != StatusEffect.POLLS
                || !block.ops().contains(call)) {
            return;
        }
        Before seen = new Before(
                context.function.file(), call.span(), "the interrupt status is found set here, and stays set");
        track(
                Why.POLLED,
                branch.ifTrue(),
                0,
                start(),
                call.span(),
                call.callee().isResolved(),
                List.of(seen));
    }

    private static State start() {
        return new State(Status.SET, new HashMap<>(), new HashMap<>(), 0);
    }

    private void track(Why why, Block block, int index, State start, Span origin, boolean proved, List<Before> before) {
        Ends ends = new Ends(origin, (call, cleanup, events) -> add(why, null, call, cleanup, proved, before, events));
        Effects effects = new Effects(fates.facts(), context.calls.summaries());
        new Tracker(context, effects, ends, null, BOUND, CALL_DEPTH).track(block, index, start);
    }

    private interface Sink {
        void stalled(Op.Call call, CleanupPlaces.Cleanup cleanup, List<Event> events);
    }

    /** Cares for nothing but what gives up. */
    private final class Ends implements Tracker.Ends {
        private final Span origin;
        private final Sink sink;

        Ends(Span origin, Sink sink) {
            this.origin = origin;
            this.sink = sink;
        }

        @Override
        public boolean stalled(Tracker.Node node, State state, Op.Call call) {
            CleanupPlaces.Cleanup cleanup = places.around(call, origin, null);
            if (cleanup != null) {
                List<Event> events = Tracker.history(node);
                // A new exception on the way says what it is; a signal of its own has a rule of its own.
                boolean replaced = events.stream().anyMatch(event -> event.kind() == Event.Kind.CREATED);
                if (!replaced) {
                    events.add(new Event(
                            Event.Kind.STALLED,
                            call.span(),
                            call,
                            "'" + CallSemantics.displayName(call)
                                    + "' is reached with the interrupt status set, and gives up at once"));
                    sink.stalled(call, cleanup, events);
                }
            }
            return false;
        }

        @Override
        public boolean caughtAgain(Tracker.Node node, State state, Handler.Clause clause) {
            return false;
        }

        @Override
        public void returned(Tracker.Node node, State state, Terminator.Return end) {
            // Of no interest here.
        }

        @Override
        public void thrown(Tracker.Node node, State state, Span span, Held value, String type) {
            // Of no interest here.
        }

        @Override
        public void exited(Tracker.Node node, State state, Op.Call call) {
            // The process ends: nothing is cleaned up.
        }
    }
}
