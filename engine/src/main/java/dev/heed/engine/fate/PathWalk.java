package dev.heed.engine.fate;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.Completion;
import dev.heed.engine.source.Span;
import dev.heed.engine.types.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks all paths from one point of a function, breadth first, for an analysis that asks what is done to one value on the way.
 * Every (block, state, phase) is visited once; past a bound it gives up, and says so. Calls return, unless the guide raises
 * something at them or they are known never to.
 */
final class PathWalk {
    private static final int BOUND = 2_000;

    /**
     * A point before an operation.
     *
     * @param phase of the analysis that walks: what happened to its value so far
     * @param events what is worth telling of the way from the parent to here
     */
    record Node(
            Block block,
            int index,
            State state,
            int phase,
            @Nullable Node parent,
            List<Event> events) {

        Node with(State newState) {
            return new Node(block, index, newState, phase, parent, events);
        }

        /** The same point in another phase; the event is what led to it. */
        Node inPhase(int newPhase, Event event) {
            List<Event> told = new ArrayList<>(events);
            told.add(event);
            return new Node(block, index, state, newPhase, parent, told);
        }

        /** The events from the start to here. */
        List<Event> history() {
            List<Event> all = new ArrayList<>();
            for (Node node = this; node != null; node = node.parent()) {
                for (int i = node.events().size() - 1; i >= 0; i--) {
                    all.add(node.events().get(i));
                }
            }
            Collections.reverse(all);
            return all;
        }
    }

    private record Visit(Block block, int index, State state, int phase) {}

    /** The analysis that walks. */
    interface Guide {
        /** Looks at an operation; the state behind it, or null if the path is of no interest any more. */
        @Nullable
        State pass(Node at, Op op, State behind);

        void returned(Node at, Terminator.Return end);

        void thrown(Node at, Span span, String type);
    }

    private final FunctionContext context;
    private final Guide guide;
    private final Conditions conditions;
    private final Set<Visit> visited = new HashSet<>();
    private final Deque<Node> work = new ArrayDeque<>();
    private boolean exceeded;

    PathWalk(FunctionContext context, Guide guide) {
        this.context = context;
        this.guide = guide;
        conditions = new Conditions(context);
    }

    /** A state in which nothing is known. */
    static State nothingKnown() {
        return new State(Status.CLEAR, new java.util.HashMap<>(), new java.util.HashMap<>(), 0);
    }

    /** Whether the bound was hit, so that some paths are missing. */
    boolean exceeded() {
        return exceeded;
    }

    /** Adds a point to walk from. */
    void from(Node node) {
        enqueue(node);
    }

    /** Walks until all paths have ended. */
    void run() {
        while (!work.isEmpty() && !exceeded) {
            if (visited.size() > BOUND) {
                exceeded = true;
                return;
            }
            WorkerThread.check();
            step(work.poll());
        }
    }

    /** Something is thrown at a point: the path goes on at the handlers that take it, and leaves if none does. */
    void raise(Node at, Span span, String type) {
        Dispatch dispatch = Dispatch.of(type, at.block().handler(), context.facts.hierarchy());
        for (Dispatch.Landing landing : dispatch.landings()) {
            Handler.Clause clause = landing.clause();
            Block target = clause.target();
            State landed = at.state();
            List<Event> told = List.of();
            if (!target.ops().isEmpty() && target.ops().get(0) instanceof Op.CatchEntry entry) {
                landed = landed.hold(entry.variable(), new Held(landing.type(), Held.Kind.SIGNAL));
                if (clause.kind() == Handler.Kind.CATCH) {
                    told = List.of(new Event(
                            Event.Kind.CALLED,
                            entry.span(),
                            entry,
                            "'" + Types.simpleName(landing.type()) + "' is caught here"));
                }
            }
            enqueue(new Node(target, 0, landed, at.phase(), at, told));
        }
        if (dispatch.mayEscape()) {
            guide.thrown(at, span, type);
        }
    }

    private void enqueue(Node node) {
        if (visited.add(new Visit(node.block(), node.index(), node.state(), node.phase()))) {
            work.add(node);
        }
    }

    private void step(Node node) {
        State state = node.state();
        Block block = node.block();
        for (int i = node.index(); i < block.ops().size(); i++) {
            Op op = block.ops().get(i);
            Node here = new Node(block, i, state, node.phase(), node.parent(), node.events());
            State behind = guide.pass(here, op, behind(op, state));
            if (behind == null) {
                return;
            }
            if (op instanceof Op.Call call && context.calls.neverReturns(call)) {
                raiseAlways(here.with(behind), call);
                return;
            }
            state = behind;
        }
        end(new Node(block, block.ops().size(), state, node.phase(), node.parent(), node.events()));
    }

    private State behind(Op op, State state) {
        Variable target = Definitions.target(op);
        if (op instanceof Op.Call) {
            return target == null ? state : state.hold(target, null).constant(target, null);
        }
        return Assignments.apply(op, state, context);
    }

    /** A call that never returns throws what its callees are known to throw, or the process ends. */
    private void raiseAlways(Node at, Op.Call call) {
        if (context.calls.model(call).completion() == Completion.EXITS) {
            return;
        }
        Set<String> types = new LinkedHashSet<>();
        for (Function target : context.calls.targets(call)) {
            types.addAll(context.calls.summary(target).throwsWhenItDoesNotReturn());
        }
        types.forEach(type -> raise(at, call.span(), type));
    }

    private void end(Node node) {
        State state = node.state();
        Terminator end = node.block().terminator();
        if (end instanceof Terminator.Goto jump) {
            go(node, jump.target(), state);
        } else if (end instanceof Terminator.Branch branch) {
            Truth known = conditions.decide(branch.test(), state);
            if (known != Truth.NO) {
                go(node, branch.ifTrue(), conditions.assume(branch.test(), true, state));
            }
            if (known != Truth.YES) {
                go(node, branch.ifFalse(), conditions.assume(branch.test(), false, state));
            }
        } else if (end instanceof Terminator.Switch) {
            new LinkedHashSet<>(node.block().successors()).forEach(target -> go(node, target, state));
        } else if (end instanceof Terminator.Return done) {
            guide.returned(node, done);
        } else if (end instanceof Terminator.Throw thrown) {
            Held held = state.held(thrown.value().variableOrNull());
            if (held != null || !thrown.isImplicit()) {
                raise(node, thrown.span(), typeOf(thrown.value(), held));
            }
        }
    }

    private void go(Node from, Block target, State state) {
        enqueue(new Node(target, 0, state, from.phase(), from, List.of()));
    }

    private String typeOf(Operand value, @Nullable Held held) {
        if (held != null) {
            return held.type();
        }
        return context.definitions.single(value) instanceof Op.Call call
                        && call.callee().isConstructor()
                ? call.callee().receiverType()
                : value.type();
    }
}
