package dev.heed.engine.fate;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions that tell of a cancel and are thrown because the interrupt status was found set, which stays so; and the cleanup on
 * their way out that gives up because of it.
 */
public final class AbortedCleanups {
    private static final int BOUND = 2_000;
    private static final int CALL_DEPTH = 3;
    private static final int MAX_CALLERS = 3;
    private static final int MAX_SITES = 24;

    /** Exceptions that are no signal by any model are known by their names. */
    private static final Pattern CANCEL = Pattern.compile("Cancel|Interrupt|Abort");

    /**
     * A throw after which cleanup is aborted.
     *
     * @param asked the question that found the status set
     * @param askedOnlyForThis whether that question leads straight to the throw, so that it may as well clear the status
     * @param type of what is thrown
     * @param isSignal whether that type is a signal by its supertypes or by a model
     * @param through the calls that the exception leaves on its way to the cleanup, innermost first
     * @param in the function that cleans up
     * @param aborted the call that gives up
     * @param isInside whether it is a wait inside of that call that does
     */
    public record AbortedCleanup(
            Op.Call asked,
            boolean askedOnlyForThis,
            Span thrown,
            String type,
            boolean isSignal,
            List<CallSite> through,
            Function in,
            Op.Call aborted,
            boolean isInside) {
        public AbortedCleanup {
            through = List.copyOf(through);
        }
    }

    private final FunctionContext context;
    private final Effects effects;
    private int sites;

    private AbortedCleanups(FunctionFates fates) {
        context = new FunctionContext(fates);
        effects = new Effects(fates.facts(), fates.calls().summaries());
    }

    /** The throws of a function, each with the first cleanup that it aborts. */
    public static List<AbortedCleanup> of(FunctionFates fates) {
        List<AbortedCleanup> found = new ArrayList<>(0);
        AbortedCleanups search = new AbortedCleanups(fates);
        for (Block block : fates.function().blocks()) {
            if (block.terminator() instanceof Terminator.Throw end && !end.isImplicit()) {
                AbortedCleanup cleanup = search.at(block, end);
                if (cleanup != null) {
                    found.add(cleanup);
                }
            }
        }
        return found;
    }

    private @Nullable AbortedCleanup at(Block block, Terminator.Throw end) {
        Op.Call made = context.definitions.made(end.value());
        if (made == null || end.value().variableOrNull() == null) {
            return null;
        }
        String type = made.callee().receiverType();
        TypeModel model = context.facts.models().type(type, context.facts.hierarchy());
        boolean isSignal = model != null && model.signal() != null;
        boolean keepsStatus = model != null && model.statusWhenThrown() == TypeModel.StatusWhenThrown.SET;
        if (keepsStatus || (!isSignal && !CANCEL.matcher(Types.simpleName(type)).find())) {
            return null;
        }
        List<Op.Call> asked = new KnownSet(context).askedBefore(block);
        if (asked.isEmpty()) {
            return null;
        }
        Held thrown = new Held(type, Held.Kind.SIGNAL);
        State state = new State(Status.SET, new HashMap<>(), new HashMap<>(), 0)
                .hold(Objects.requireNonNull(end.value().variableOrNull()), thrown);
        Watch watch = new Watch(context, type);
        new Tracker(context, effects, watch, null, BOUND, CALL_DEPTH)
                .track(block, block.ops().size(), state);
        Found cleanup = watch.aborted != null
                ? new Found(context.function, watch.aborted, watch.isInside, List.of())
                : watch.leaves ? inCallers(context.function, thrown, List.of()) : null;
        return cleanup == null
                ? null
                : new AbortedCleanup(
                        asked.get(0),
                        asked.size() == 1 && leadsStraightTo(block, asked.get(0)),
                        end.span(),
                        type,
                        isSignal,
                        cleanup.through(),
                        cleanup.in(),
                        cleanup.call(),
                        cleanup.isInside());
    }

    private record Found(Function in, Op.Call call, boolean isInside, List<CallSite> through) {}

    private @Nullable Found inCallers(Function callee, Held thrown, List<CallSite> through) {
        if (through.size() >= MAX_CALLERS) {
            return null;
        }
        for (CallSite site : context.facts.callers(callee)) {
            if (++sites > MAX_SITES) {
                return null;
            }
            if (!site.call().callee().isResolved() || through.stream().anyMatch(s -> s.caller() == site.caller())) {
                continue;
            }
            List<CallSite> way = new ArrayList<>(through);
            way.add(site);
            FunctionContext caller = new FunctionContext(site.caller(), context.facts, context.calls.summaries());
            Watch watch = new Watch(caller, thrown.type());
            State state = new State(Status.SET, new HashMap<>(), new HashMap<>(), 0);
            new Tracker(caller, effects, watch, null, BOUND, CALL_DEPTH).trackThrown(site, state, thrown);
            if (watch.aborted != null) {
                return new Found(site.caller(), watch.aborted, watch.isInside, way);
            }
            Found further = watch.leaves ? inCallers(site.caller(), thrown, way) : null;
            if (further != null) {
                return further;
            }
        }
        return null;
    }

    /** Whether nothing but the throw comes of the answer that the status is set. */
    private boolean leadsStraightTo(Block thrown, Op.Call asked) {
        for (Block block : context.function.blocks()) {
            if (block.ops().contains(asked) && block.terminator() instanceof Terminator.Branch branch) {
                Block next = branch.ifTrue();
                for (int i = 0; i < MAX_SITES && next != thrown; i++) {
                    if (!(next.terminator() instanceof Terminator.Goto jump)) {
                        return false;
                    }
                    next = jump.target();
                }
                return next == thrown && context.calls.statusEffect(asked) == StatusEffect.POLLS;
            }
        }
        return false;
    }

    /** Waits for the first call in cleanup that is aborted while the exception is on its way. */
    private static final class Watch implements Tracker.Ends {
        private final FunctionContext context;
        private final String type;
        private Op.@Nullable Call aborted;
        private boolean isInside;
        private boolean leaves;

        Watch(FunctionContext context, String type) {
            this.context = context;
            this.type = type;
        }

        @Override
        public void returned(Tracker.Node node, State state, Terminator.Return end) {
            // Whoever has caught it goes on as it likes.
        }

        @Override
        public void thrown(Tracker.Node node, State state, Span span, Held value, String type) {
            leaves |= value.isSignal() && state.status() == Status.SET && !state.has(State.RESTORED);
        }

        @Override
        public void exited(Tracker.Node node, State state, Op.Call call) {
            // The process ends.
        }

        @Override
        public boolean stalled(Tracker.Node node, State state, Op.Call call) {
            note(state, call, false);
            return false;
        }

        @Override
        public void abortedInside(Tracker.Node node, State state, Op.Call call) {
            note(state, call, true);
        }

        private void note(State state, Op.Call call, boolean inside) {
            if (aborted == null && !state.has(State.RESTORED) && isCleanup(call)) {
                aborted = call;
                isInside = inside;
            }
        }

        @Override
        public boolean caughtAgain(Tracker.Node node, State state, Handler.Clause clause) {
            // It is of just this type: a clause for a subtype does not take it.
            return clause.types().stream()
                    .anyMatch(caught ->
                            context.facts.hierarchy().isSubtype(type, caught).isYes());
        }

        /** A wait that only lets time pass does not clean up. */
        private boolean isCleanup(Op.Call call) {
            if (!call.callee().isResolved() || call.callee().name().equals("sleep")) {
                return false;
            }
            if (call.kind() == Op.CallKind.IMPLICIT_CLOSE) {
                return true;
            }
            for (Block block : context.function.blocks()) {
                if (!block.ops().isEmpty() && block.ops().get(0) instanceof Op.CatchEntry entry) {
                    Handler.CatchText text = entry.clause().text();
                    Span last = entry.clause().statement().finallyBody();
                    if ((text != null && text.body().contains(call.span()))
                            || (last != null && last.contains(call.span()))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
