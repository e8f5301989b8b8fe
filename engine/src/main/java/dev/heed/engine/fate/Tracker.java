package dev.heed.engine.fate;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.engine.types.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows one signal from the place where it becomes visible along all paths, breadth first, so that the first path found to
 * an end is a shortest one. Every (block, state) is visited once; past a bound it gives up, and says so.
 */
final class Tracker {
    /** Each keeps its whole path. */
    private static final int MAX_SAID = 256;

    /** A block to enter with a state, at an operation. */
    record Node(
            Block block, int index, State state, @Nullable Node parent, List<Event> events) {}

    private record Visit(Block block, int index, State state) {}

    /** Takes the ends of paths. */
    interface Ends {
        void returned(Node node, State state, Terminator.Return end);

        void thrown(Node node, State state, Span span, Held value, String type);

        void exited(Node node, State state, Op.Call call);

        /**
         * A call that reacts to the interrupt status is reached with the status set.
         *
         * @return whether to follow the path further, as if the call threw its interrupt
         */
        boolean stalled(Node node, State state, Op.Call call);

        /** The signal itself is rethrown and goes to another handler; returns whether to follow it there. */
        boolean caughtAgain(Node node, State state, Handler.Clause clause);

        /** A callee is reached with the status set, and a wait inside it may give up. */
        default void abortedInside(Node node, State state, Op.Call call) {}
    }

    private final FunctionContext context;
    private final Ends ends;
    private final int bound;
    private final Conditions conditions;
    private final CallTransfer transfer;
    private final Set<Visit> visited = new HashSet<>();
    private final Deque<Node> work = new ArrayDeque<>();
    private final @Nullable Block origin;
    private final Map<Span, List<Event>> said = new TreeMap<>();
    private boolean exceeded;
    private @Nullable Node looped;

    /**
     * @param origin the block where the signal becomes visible; loops around it count as gone round
     * @param depth how many levels of callees may be followed
     */
    Tracker(FunctionContext context, Effects effects, Ends ends, @Nullable Block origin, int bound, int depth) {
        this.context = context;
        this.ends = ends;
        this.origin = origin;
        this.bound = bound;
        conditions = new Conditions(context);
        transfer = new CallTransfer(context, effects, conditions, depth);
    }

    void track(Block block, int index, State state) {
        enqueue(new Node(block, index, state, null, List.of()));
        run();
    }

    private void run() {
        while (!work.isEmpty()) {
            if (visited.size() > bound) {
                exceeded = true;
                return;
            }
            WorkerThread.check();
            step(work.poll());
        }
    }

    /** As {@link #track}, but begins with an exception that a call throws. */
    void trackThrown(CallSite site, State state, Held thrown) {
        for (Block block : site.caller().blocks()) {
            int index = block.ops().indexOf(site.call());
            if (index >= 0) {
                Node node = new Node(block, index + 1, state, null, List.of());
                raise(node, state, site.call().span(), thrown, thrown.type());
                run();
            }
        }
    }

    /** Whether the bound was hit, so that some ends are missing. */
    boolean exceeded() {
        return exceeded;
    }

    /** A node on a path that went round a loop, or null if there was none. */
    @Nullable
    Node looped() {
        return looped;
    }

    /**
     * What was logged, and which exceptions were made, before a loop was gone round or a stop flag was asked: the events up to
     * each, by place.
     */
    Collection<List<Event>> said() {
        return said.values();
    }

    /** The events from the start to a node, with those of the node. */
    static List<Event> history(Node node) {
        List<Event> events = new ArrayList<>();
        for (Node n = node; n != null; n = n.parent()) {
            for (int i = n.events().size() - 1; i >= 0; i--) {
                events.add(n.events().get(i));
            }
        }
        Collections.reverse(events);
        return events;
    }

    private void enqueue(Node node) {
        if (visited.add(new Visit(node.block(), node.index(), node.state()))) {
            work.add(node);
        }
    }

    private void go(Node from, Block target, State state, List<Event> events) {
        State next = state;
        List<Event> told = events;
        if (origin != null
                && target.isLoopHead()
                && context.loops.contains(target, origin)
                && context.loops.contains(target, from.block())) {
            next = next.with(context.isBounded(target) ? State.LOOPED_BOUNDED : State.LOOPED);
            Span loop = target.loopSpan();
            if (next.flags() != state.flags() && loop != null) {
                told = new ArrayList<>(events);
                told.add(new Event(Event.Kind.LOOPED, loop.before(), null, "the loop goes on"));
            }
        }
        Node node = new Node(target, 0, next, from, told);
        if (next.has(State.LOOPED | State.LOOPED_BOUNDED) && looped == null) {
            looped = node;
        }
        enqueue(node);
    }

    private void step(Node node) {
        State state = node.state();
        List<Event> events = new ArrayList<>(node.events());
        Block block = node.block();
        for (int i = node.index(); i < block.ops().size(); i++) {
            Op op = block.ops().get(i);
            if (op instanceof Op.Call call) {
                Node here = new Node(block, i, state, node.parent(), events);
                if (transfer.aborts(call, state)) {
                    boolean follow = ends.stalled(here, state, call);
                    if (!follow) {
                        return;
                    }
                    abort(here, state, call);
                    return;
                }
                List<CallTransfer.Result> results = transfer.apply(call, state, block.handler());
                if (state.status() == Status.SET && results.stream().anyMatch(CallTransfer.Result::aborted)) {
                    ends.abortedInside(here, state, call);
                }
                if (spinsInside(state, results) && !ends.stalled(here, state, call)) {
                    return;
                }
                if (results.size() == 1 && results.get(0).continues()) {
                    listen(here, results.get(0).events());
                    state = results.get(0).state();
                    events.addAll(results.get(0).events());
                    continue;
                }
                for (CallTransfer.Result result : results) {
                    listen(here, result.events());
                    follow(here, i, call, result);
                }
                return;
            }
            state = Assignments.apply(op, state, context);
            if (state.has(State.CANCEL) && op instanceof Op.FieldWrite write && tellsOfCancel(write)) {
                state = state.with(State.TRANSFERRED);
            }
            if (op instanceof Op.FieldWrite write && state.carries(write.value())) {
                events.add(new Event(
                        Event.Kind.HANDED_ON,
                        op.span(),
                        op,
                        "it is kept in '" + write.field().name() + "'"));
            }
        }
        end(new Node(block, block.ops().size(), state, node.parent(), events), state);
    }

    private static boolean tellsOfCancel(Op.FieldWrite write) {
        return write.field().name().toLowerCase(Locale.ROOT).contains("cancel");
    }

    /** Whether, in a loop, a callee's wait may be aborted each time it is called: the callee does not use the status up. */
    private static boolean spinsInside(State state, List<CallTransfer.Result> results) {
        return state.status() == Status.SET
                && state.has(State.LOOPED | State.LOOPED_BOUNDED)
                && results.stream().anyMatch(CallTransfer.Result::aborted)
                && results.stream().noneMatch(CallTransfer.Result::usesStatusUp);
    }

    private void listen(Node here, List<Event> events) {
        for (Event event : events) {
            boolean speaks = switch (event.kind()) {
                case LOGGED, WRAPPED, CREATED -> true;
                default -> false;
            };
            if (speaks
                    && !here.state().has(State.LOOPED | State.LOOPED_BOUNDED | State.STOP_FLAG_TESTED)
                    && said.size() < MAX_SAID
                    && !said.containsKey(event.span())) {
                List<Event> path = history(here);
                path.add(event);
                said.put(event.span(), path);
            }
        }
    }

    /** Goes on behind a call that has several ends. */
    private void follow(Node here, int index, Op.Call call, CallTransfer.Result result) {
        List<Event> events = new ArrayList<>(here.events());
        events.addAll(result.events());
        Node next = new Node(here.block(), index + 1, result.state(), here.parent(), events);
        switch (result.kind()) {
            case CONTINUES -> enqueue(next);
            case EXITS -> ends.exited(next, result.state(), call);
            case THROWS -> raise(next, result.state(), call.span(), result.thrown(), result.thrownType());
        }
    }

    /** The interrupt that an aborted call throws, as a new signal. */
    private void abort(Node here, State state, Op.Call call) {
        State cleared = state.with(Status.CLEAR).with(State.ABORTED);
        Held held = new Held(CallSemantics.INTERRUPTED_EXCEPTION, Held.Kind.SIGNAL);
        raise(here, cleared, call.span(), held, held.type());
    }

    private void end(Node node, State state) {
        Terminator end = node.block().terminator();
        if (end instanceof Terminator.Goto jump) {
            go(node, jump.target(), state, List.of());
        } else if (end instanceof Terminator.Branch branch) {
            State tested = noteFlags(branch, state);
            Truth known = conditions.decide(branch.test(), tested);
            if (known != Truth.NO) {
                State assumed = conditions.assume(branch.test(), true, tested);
                if (conditions.asksForTimeout(branch.test())) {
                    assumed = assumed.with(State.MURKY); // then it was no cancellation that came
                }
                go(node, branch.ifTrue(), assumed, List.of());
            }
            if (known != Truth.YES) {
                go(node, branch.ifFalse(), conditions.assume(branch.test(), false, tested), List.of());
            }
        } else if (end instanceof Terminator.Switch) {
            for (Block target : new java.util.LinkedHashSet<>(node.block().successors())) {
                go(node, target, state, List.of());
            }
        } else if (end instanceof Terminator.Return done) {
            ends.returned(node, state, done);
        } else if (end instanceof Terminator.Throw thrown) {
            Held held = state.held(thrown.value().variableOrNull());
            if (held == null && thrown.isImplicit()) {
                return; // some other exception passes through a finally
            }
            String type = thrownType(thrown.value(), held);
            raise(node, state, thrown.span(), held == null ? new Held(type, Held.Kind.REPLACEMENT) : held, type);
        }
    }

    private String thrownType(Operand value, @Nullable Held held) {
        if (held != null && !held.type().equals("?")) {
            return held.type();
        }
        if (context.definitions.single(value) instanceof Op.Call call
                && call.callee().isConstructor()) {
            return call.callee().receiverType();
        }
        return value.type();
    }

    private State noteFlags(Terminator.Branch branch, State state) {
        var field = context.facts.stopFlags().testedField(branch.test(), context.definitions);
        if (field == null) {
            return state;
        }
        State noted = state.with(State.FIELD_TESTED);
        return context.facts.stopFlags().isStopFlag(field) ? noted.with(State.STOP_FLAG_TESTED) : noted;
    }

    private void raise(Node node, State state, Span span, @Nullable Held value, String type) {
        Dispatch dispatch = Dispatch.of(type, node.block().handler(), context.facts.hierarchy());
        for (Dispatch.Landing landing : dispatch.landings()) {
            Handler.Clause clause = landing.clause();
            if (value != null
                    && value.isSignal()
                    && clause.kind() == Handler.Kind.CATCH
                    && !ends.caughtAgain(node, state, clause)) {
                continue;
            }
            Block target = clause.target();
            State landed = state;
            if (!target.ops().isEmpty() && target.ops().get(0) instanceof Op.CatchEntry entry) {
                Variable variable = entry.variable();
                landed = landed.hold(variable, value == null ? null : new Held(landing.type(), value.kind()));
            }
            go(node, target, landed, List.of());
        }
        if (dispatch.mayEscape() && value != null) {
            ends.thrown(node, state, span, value, type);
        }
    }
}
