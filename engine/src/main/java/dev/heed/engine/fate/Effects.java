package dev.heed.engine.fate;

import dev.heed.engine.dependency.Memo;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.engine.summary.Summaries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls of project functions do to a tracked signal, found by tracking it through their bodies. A result depends on
 * nothing but its key, so that the order in which threads ask does not matter.
 */
final class Effects {
    private static final int BOUND = 400;

    private record Key(
            Function function,
            int depth,
            Status status,
            List<@Nullable Held> held,
            List<@Nullable Object> constants,
            Map<Object, Object> fields) {}

    private final ProgramFacts facts;
    private final Summaries summaries;
    private final Memo<Key, List<Effect>> known = new Memo<>();

    Effects(ProgramFacts facts, Summaries summaries) {
        this.facts = facts;
        this.summaries = summaries;
    }

    List<Effect> of(Function target, Op.Call call, State state, int depth) {
        List<@Nullable Held> held = new ArrayList<>();
        List<@Nullable Object> constants = new ArrayList<>();
        for (int i = 0; i < target.parameters().size(); i++) {
            Operand argument = i < call.arguments().size() ? call.arguments().get(i) : null;
            held.add(argument != null && state.carries(argument) ? state.held(argument.variableOrNull()) : null);
            constants.add(argument == null ? null : Conditions.value(argument, state));
        }
        Key key = new Key(
                target, depth, state.status(), held, constants, isOnSameObject(call) ? state.fields() : Map.of());
        return known.get(key, this::compute);
    }

    /** Whether the callee sees the same fields as the caller. */
    static boolean isOnSameObject(Op.Call call) {
        return call.receiver() instanceof Operand.This || call.callee().isStatic();
    }

    private List<Effect> compute(Key key) {
        FunctionContext context = new FunctionContext(key.function(), facts, summaries);
        State start = new State(key.status(), new HashMap<>(), new HashMap<>(key.fields()), 0);
        for (int i = 0; i < key.held().size(); i++) {
            Variable parameter = key.function().parameters().get(i);
            start = start.hold(parameter, key.held().get(i))
                    .constant(parameter, key.constants().get(i));
        }
        Set<Effect> found = new LinkedHashSet<>();
        Tracker tracker = new Tracker(context, this, new Collector(found), null, BOUND, key.depth());
        tracker.track(key.function().entry(), 0, start);
        if (tracker.exceeded()) {
            return List.of(new Effect(true, Status.UNKNOWN, State.MURKY, null, null, null, Map.of()));
        }
        return List.copyOf(found);
    }

    private record Collector(Set<Effect> found) implements Tracker.Ends {

        @Override
        public void returned(Tracker.Node node, State state, Terminator.Return end) {
            Operand value = end.value();
            Held held = value != null && state.carries(value) ? state.held(value.variableOrNull()) : null;
            Object constant = value == null ? null : Conditions.value(value, state);
            found.add(new Effect(true, state.status(), state.flags(), held, null, constant, state.fields()));
        }

        @Override
        public void thrown(Tracker.Node node, State state, Span span, Held value, String type) {
            found.add(new Effect(false, state.status(), state.flags(), value, type, null, state.fields()));
        }

        @Override
        public void exited(Tracker.Node node, State state, Op.Call call) {
            // The process ends: nothing comes back to the caller.
        }

        @Override
        public boolean stalled(Tracker.Node node, State state, Op.Call call) {
            return true;
        }

        @Override
        public boolean caughtAgain(Tracker.Node node, State state, Handler.Clause clause) {
            return true;
        }
    }
}
