package dev.heed.engine.fate;

import dev.heed.engine.facts.FinallyJumps;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.RestoredReturn;
import dev.heed.engine.summary.Summaries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the fates of all signals of one function after the other. Thread-safe. */
public final class FateAnalysis {
    private static final int BOUND = 4_000;
    private static final int CALL_DEPTH = 3;
    private static final int MAX_TYPES = 4;

    private final ProgramFacts facts;
    private final Summaries summaries;
    private final Effects effects;
    private final boolean asksCallers;

    public FateAnalysis(ProgramFacts facts, Summaries summaries) {
        this(facts, summaries, true);
    }

    private FateAnalysis(ProgramFacts facts, Summaries summaries, boolean asksCallers) {
        this.facts = facts;
        this.summaries = summaries;
        this.asksCallers = asksCallers;
        effects = new Effects(facts, summaries);
    }

    /**
     * For the summary of a function: what it does for whoever calls it. What its callers do with it then is their affair, and
     * asking for it would make the summaries of callees rest on those of callers.
     */
    static FateAnalysis forSummaries(ProgramFacts facts, Summaries summaries) {
        return new FateAnalysis(facts, summaries, false);
    }

    /** The fates in a function that has a body. */
    public FunctionFates analyze(Function function) {
        return analyze(new FunctionContext(function, facts, summaries));
    }

    FunctionFates analyze(FunctionContext context) {
        Function function = context.function;
        WorkEnds workEnds = new WorkEnds(function, facts, summaries, asksCallers);
        List<SignalFates> signals = new ArrayList<>();
        for (Block block : function.blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                Op op = block.ops().get(i);
                if (op instanceof Op.CatchEntry entry && entry.clause().kind() == Handler.Kind.CATCH) {
                    handler(context, workEnds, block, entry, entry.span(), signals);
                } else if (op instanceof Op.CatchEntry entry && entry.clause().kind() == Handler.Kind.FINALLY) {
                    Span jump = FinallyJumps.first(entry.clause());
                    if (jump != null) {
                        handler(context, workEnds, block, entry, jump, signals);
                    }
                } else if (op instanceof Op.Call call) {
                    poll(context, workEnds, block, i, call, signals);
                    returnedWithStatus(context, workEnds, block, i, call, signals);
                }
            }
        }
        ExceptionTests.of(context).forEach(signals::add);
        signals.sort(java.util.Comparator.comparing(SignalFates::place));
        return new FunctionFates(
                function, signals, facts, context.definitions, context.loops, context.calls, workEnds.here());
    }

    private void handler(
            FunctionContext context,
            WorkEnds workEnds,
            Block block,
            Op.CatchEntry entry,
            Span place,
            List<SignalFates> signals) {
        Map<String, List<Delivery>> byType = new java.util.LinkedHashMap<>();
        for (Delivery delivery : context.flow.arrivals(entry.clause())) {
            if (byType.size() < MAX_TYPES || byType.containsKey(delivery.type())) {
                byType.computeIfAbsent(delivery.type(), k -> new ArrayList<>()).add(delivery);
            }
        }
        byType.forEach((type, deliveries) -> {
            TypeModel model = facts.models().type(type, facts.hierarchy());
            Signal signal = deliveries.get(0).signal();
            // Such an exception has nothing to do with the status: what counts is whether the handler sets it.
            Status status = signal.isOwnException() ? Status.CLEAR : statusWhenThrown(model, deliveries);
            State start = new State(status, new HashMap<>(), new HashMap<>(), 0)
                    .hold(entry.variable(), new Held(type, Held.Kind.SIGNAL));
            for (Map.Entry<Variable, Object> known :
                    knownAt(context, entry, deliveries).entrySet()) {
                start = start.constant(known.getKey(), known.getValue());
            }
            start = signal == Signal.CANCEL ? start.with(State.CANCEL) : start;
            Tracked tracked = track(context, workEnds, signal, block, 0, start);
            signals.add(new SignalFates(
                    entry.clause().kind() == Handler.Kind.CATCH ? SignalFates.Start.HANDLER : SignalFates.Start.FINALLY,
                    entry.clause(),
                    place,
                    signal,
                    type,
                    names(entry.clause(), type),
                    deliveries,
                    tracked.outcomes(),
                    tracked.said()));
        });
    }

    /** What locals hold when a signal comes to a finally: such code asks them how far the try has come. */
    private static Map<Variable, Object> knownAt(
            FunctionContext context, Op.CatchEntry entry, List<Delivery> deliveries) {
        if (entry.clause().kind() != Handler.Kind.FINALLY) {
            return Map.of();
        }
        LocalConstants constants = new LocalConstants(context.function);
        Map<Variable, Object> known = null;
        for (Delivery delivery : deliveries) {
            Op.Call call = delivery.call();
            Map<Variable, Object> there = call == null ? Map.of() : constants.at(call);
            known = known == null ? there : LocalConstants.common(known, there);
        }
        return known == null ? Map.of() : known;
    }

    /** The status just after signals of one type were thrown. */
    static Status statusWhenThrown(@Nullable TypeModel model, List<Delivery> deliveries) {
        Escape.StatusThen weakest = deliveries.stream()
                .map(delivery -> delivery.traits().status())
                .min(java.util.Comparator.naturalOrder())
                .orElse(Escape.StatusThen.AS_USUAL);
        if (weakest != Escape.StatusThen.AS_USUAL) {
            return weakest == Escape.StatusThen.SET ? Status.SET : Status.UNKNOWN;
        }
        return model == null
                ? Status.CLEAR
                : switch (model.statusWhenThrown()) {
                    case CLEAR -> Status.CLEAR;
                    case SET -> Status.SET;
                    case UNKNOWN -> Status.UNKNOWN;
                };
    }

    /** Whether the clause names the type that arrives, or another type of signal above it. */
    private boolean names(Handler.Clause clause, String type) {
        for (String named : clause.types()) {
            TypeModel model = facts.models().type(named, facts.hierarchy());
            if (model != null
                    && model.signal() != null
                    && facts.hierarchy().isSubtype(type, named).isYes()) {
                return true;
            }
        }
        return false;
    }

    private void poll(
            FunctionContext context,
            WorkEnds workEnds,
            Block block,
            int index,
            Op.Call call,
            List<SignalFates> signals) {
        if (context.calls.statusEffect(call) != StatusEffect.POLLS_AND_CLEARS) {
            return;
        }
        boolean dropped = call.result() == null || call.isStatement();
        State start = new State(Status.CLEAR, new HashMap<>(), new HashMap<>(), 0);
        if (call.result() != null) {
            start = start.constant(call.result(), true);
        }
        Tracked tracked = track(context, workEnds, block, index + 1, start);
        Delivery by = delivery(call, context.function, call.span());
        signals.add(signal(dropped ? SignalFates.Start.CLEARED : SignalFates.Start.POLL, call, by, tracked));
    }

    /** A call that returns with the status set, instead of throwing: only in a loop does that start anything new. */
    private void returnedWithStatus(
            FunctionContext context,
            WorkEnds workEnds,
            Block block,
            int index,
            Op.Call call,
            List<SignalFates> signals) {
        if (context.loops.around(block).isEmpty()) {
            return;
        }
        if (context.calls.reaction(call) == OnInterrupt.RETURNS) {
            State start = new State(Status.SET, new HashMap<>(), new HashMap<>(), 0);
            Tracked tracked = track(context, workEnds, block, index + 1, start);
            Delivery by = delivery(call, context.function, call.span());
            signals.add(signal(SignalFates.Start.WAKE, call, by, tracked));
            return;
        }
        for (Function target : context.calls.targets(call)) {
            List<RestoredReturn> ways = context.calls.summary(target).restoredReturns();
            // One that notes the interrupt for later turns knows when it need not.
            boolean notes = ways.stream().anyMatch(FateAnalysis::raisesFlag);
            for (RestoredReturn restored : ways) {
                if (notes && !raisesFlag(restored)) {
                    continue;
                }
                State start = new State(Status.SET, new HashMap<>(), new HashMap<>(), State.RESTORED);
                if (Effects.isOnSameObject(call)) {
                    start = start.withFields(restored.fields());
                }
                if (call.result() != null) {
                    start = start.constant(call.result(), restored.constant());
                }
                Tracked tracked = track(context, workEnds, block, index + 1, start);
                // A helper whose answer sends the caller round again is to blame itself.
                boolean answers = restored.constant() != null
                        && !call.isStatement()
                        && target.file().equals(context.function.file());
                Delivery by = answers
                        ? delivery(call, target, restored.restored())
                        : delivery(call, context.function, call.span());
                signals.add(signal(SignalFates.Start.CALLEE, call, by, tracked));
            }
        }
    }

    private static boolean raisesFlag(RestoredReturn way) {
        return way.fields().containsValue(true);
    }

    private static Delivery delivery(Op.Call call, Function origin, Span place) {
        return new Delivery(
                CallSemantics.INTERRUPTED_EXCEPTION,
                Signal.INTERRUPT,
                call.callee().isResolved(),
                call.span(),
                CallSemantics.displayName(call),
                call,
                origin.file(),
                place,
                Escape.Traits.NONE);
    }

    private static SignalFates signal(SignalFates.Start kind, Op.Call call, Delivery delivery, Tracked tracked) {
        return new SignalFates(
                kind,
                null,
                call.span(),
                Signal.INTERRUPT,
                CallSemantics.INTERRUPTED_EXCEPTION,
                true,
                List.of(delivery),
                tracked.outcomes(),
                tracked.said());
    }

    private record Tracked(List<Outcome> outcomes, List<List<Event>> said) {}

    private Tracked track(FunctionContext context, WorkEnds workEnds, Block block, int index, State start) {
        return track(context, workEnds, Signal.INTERRUPT, block, index, start);
    }

    private Tracked track(
            FunctionContext context, WorkEnds workEnds, Signal signal, Block block, int index, State start) {
        SignalEnds ends = new SignalEnds(context, workEnds, signal);
        Tracker tracker = new Tracker(context, effects, ends, block, BOUND, CALL_DEPTH);
        tracker.track(block, index, start);
        Tracker.@Nullable Node looped = tracker.looped();
        if (tracker.exceeded()) {
            ends.unknown(block.terminator().span());
        } else if (ends.outcomes().isEmpty() && looped != null) {
            ends.neverEnds(looped);
        }
        return new Tracked(ends.outcomes(), List.copyOf(tracker.said()));
    }
}
