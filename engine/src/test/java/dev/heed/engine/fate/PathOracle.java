package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Executes a function from the place where a signal becomes visible, on every path, with nothing clever: values are
 * concrete, the interrupt status is a bit, an exception goes up its handlers. It shares no code with the fate analysis, and
 * says which fates there are.
 */
final class PathOracle {
    private static final int BOUND = 20_000;

    /** Not a variable of the program: whether a wait was aborted in this callee. */
    private static final Variable GAVE_UP = new Variable(-1, "gave up", "boolean", Variable.Kind.LOCAL);

    /** An exception object: the signal, one built with it, or another. */
    private record Thrown(String type, boolean isSignal) {}

    private record State(Block block, int index, boolean status, Map<Variable, Object> values, boolean looped) {}

    /** How a callee ended. */
    private record Ending(boolean status, @Nullable Thrown thrown, boolean aborted) {}

    private final Function function;
    private final Hierarchy hierarchy;
    private final Map<MethodRef, Function> project;
    private final @Nullable Block origin;
    private final boolean isCallee;
    private final Set<Fate> fates = EnumSet.noneOf(Fate.class);
    private final Set<Ending> endings = new LinkedHashSet<>();
    private final Set<State> seen = new HashSet<>();
    private final Deque<State> work = new ArrayDeque<>();
    private final Map<Block, Set<Block>> loops = new HashMap<>();
    private final Set<Boolean> arrivals = new HashSet<>();
    private @Nullable Block watched;
    private boolean interrupting;
    private boolean everLooped;

    private PathOracle(
            Function function,
            Hierarchy hierarchy,
            Map<MethodRef, Function> project,
            @Nullable Block origin,
            boolean isCallee) {
        this.function = function;
        this.hierarchy = hierarchy;
        this.project = project;
        this.origin = origin;
        this.isCallee = isCallee;
    }

    /**
     * What becomes of an exception of this type that has just arrived in {@code caught}.
     *
     * @param status the interrupt status then
     */
    static Set<Fate> ofHandler(
            Function function,
            Block handler,
            Variable caught,
            String type,
            List<Variable> flags,
            Hierarchy hierarchy,
            Map<MethodRef, Function> project,
            boolean status) {
        PathOracle oracle = new PathOracle(function, hierarchy, project, handler, false);
        for (Map<Variable, Object> values : allValues(flags)) {
            values.put(caught, new Thrown(type, true));
            oracle.add(new State(handler, 1, status, values, false));
        }
        return oracle.run();
    }

    /**
     * With which statuses an interrupt comes to a handler, from the function's entry, if every wait may also be interrupted;
     * none if control never comes there, because a call before it never returns.
     */
    static Set<Boolean> arrivals(
            Function function,
            Block handler,
            List<Variable> flags,
            Hierarchy hierarchy,
            Map<MethodRef, Function> project) {
        PathOracle oracle = new PathOracle(function, hierarchy, project, null, true);
        oracle.watched = handler;
        for (Map<Variable, Object> values : allValues(flags)) {
            oracle.add(new State(function.entry(), 0, false, values, false));
            oracle.add(new State(function.entry(), 0, true, values, false));
        }
        oracle.run();
        return oracle.arrivals;
    }

    /** What becomes of a status that the operation before {@code index} has found and cleared. */
    static Set<Fate> ofPoll(
            Function function,
            Block block,
            int index,
            @Nullable Variable result,
            List<Variable> flags,
            Hierarchy hierarchy,
            Map<MethodRef, Function> project) {
        PathOracle oracle = new PathOracle(function, hierarchy, project, block, false);
        for (Map<Variable, Object> values : allValues(flags)) {
            if (result != null) {
                values.put(result, true);
            }
            oracle.add(new State(block, index, false, values, false));
        }
        return oracle.run();
    }

    private static List<Map<Variable, Object>> allValues(List<Variable> flags) {
        List<Map<Variable, Object>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << flags.size(); bits++) {
            Map<Variable, Object> values = new HashMap<>();
            for (int i = 0; i < flags.size(); i++) {
                values.put(flags.get(i), (bits >> i & 1) != 0);
            }
            all.add(values);
        }
        return all;
    }

    private void add(State state) {
        if (seen.add(state)) {
            work.add(state);
        }
    }

    private Set<Fate> run() {
        while (!work.isEmpty()) {
            if (seen.size() > BOUND) {
                throw new IllegalStateException("too many states in " + function);
            }
            step(work.poll());
        }
        if (fates.isEmpty() && everLooped) {
            fates.add(Fate.LOST);
        }
        return fates;
    }

    private void step(State state) {
        boolean status = state.status();
        Map<Variable, Object> values = new HashMap<>(state.values());
        List<Op> ops = state.block().ops();
        for (int i = state.index(); i < ops.size(); i++) {
            Op op = ops.get(i);
            if (op instanceof Op.Assign assign) {
                put(values, assign.target(), value(assign.value(), values));
            } else if (op instanceof Op.Call call) {
                Function callee = project.get(call.callee().candidates().get(0));
                if (callee != null) {
                    enter(call, callee, new State(state.block(), i, status, values, state.looped()));
                    return;
                }
                switch (call.callee().name()) {
                    case "await" -> {
                        if (watched != null || interrupting) {
                            raise(
                                    new Thrown(IrBuilder.INTERRUPTED, true),
                                    new State(state.block(), i, false, new HashMap<>(values), state.looped()));
                        }
                        if (status) {
                            aborted(new State(state.block(), i, true, values, state.looped()));
                            return;
                        }
                    }
                    case "interrupt" -> status = true;
                    case "interrupted" -> {
                        put(values, call.result(), status);
                        status = false;
                    }
                    case "isInterrupted" -> put(values, call.result(), status);
                    case "<init>" ->
                        put(values, call.result(), new Thrown(call.callee().receiverType(), false));
                    default -> {}
                }
            }
        }
        end(state.block().terminator(), new State(state.block(), ops.size(), status, values, state.looped()));
    }

    private static void put(Map<Variable, Object> values, @Nullable Variable variable, @Nullable Object value) {
        if (variable != null && value != null) {
            values.put(variable, value);
        } else if (variable != null) {
            values.remove(variable);
        }
    }

    private static @Nullable Object value(@Nullable Operand operand, Map<Variable, Object> values) {
        if (operand instanceof Operand.Constant constant) {
            return constant.value();
        }
        return operand == null ? null : values.get(operand.variableOrNull());
    }

    private void aborted(State state) {
        if (isCallee) {
            state.values().put(GAVE_UP, true);
            raise(
                    new Thrown(IrBuilder.INTERRUPTED, true),
                    new State(state.block(), 0, false, state.values(), state.looped()));
        } else {
            fates.add(state.looped() ? Fate.SPIN : Fate.STALLED);
        }
    }

    private static boolean gaveUp(State state) {
        return state.values().containsKey(GAVE_UP);
    }

    private void enter(Op.Call call, Function callee, State state) {
        PathOracle inner = new PathOracle(callee, hierarchy, project, null, true);
        Map<Variable, Object> values = new HashMap<>();
        for (int i = 0; i < callee.parameters().size(); i++) {
            put(values, callee.parameters().get(i), value(call.arguments().get(i), state.values()));
        }
        inner.interrupting = watched != null || interrupting;
        inner.add(new State(callee.entry(), 0, state.status(), values, false));
        inner.run();
        boolean gaveUp = !inner.endings.isEmpty() && inner.endings.stream().allMatch(Ending::aborted);
        if (gaveUp && state.status() && state.looped()) {
            fates.add(Fate.SPIN);
            return;
        }
        for (Ending ending : inner.endings) {
            State after = new State(state.block(), state.index() + 1, ending.status(), state.values(), state.looped());
            if (ending.thrown() == null) {
                add(after);
            } else {
                raise(ending.thrown(), after);
            }
        }
    }

    private void end(Terminator end, State state) {
        if (end instanceof Terminator.Goto jump) {
            go(state, jump.target());
        } else if (end instanceof Terminator.Branch branch) {
            Object known = branch.test() instanceof Test.IsTrue test && isFollowed(test.operand())
                    ? value(test.operand(), state.values())
                    : null;
            if (watched == null
                    && branch.test() instanceof Test.InstanceOf test
                    && value(test.operand(), state.values()) instanceof Thrown thrown) {
                known = hierarchy.isSubtype(thrown.type(), test.type()).isYes();
            }
            if (!Boolean.FALSE.equals(known)) {
                go(state, branch.ifTrue());
            }
            if (!Boolean.TRUE.equals(known)) {
                go(state, branch.ifFalse());
            }
        } else if (end instanceof Terminator.Return) {
            endings.add(new Ending(state.status(), null, gaveUp(state)));
            fates.add(state.status() ? Fate.RESTORED : Fate.LOST);
        } else if (end instanceof Terminator.Throw thrown) {
            Variable variable = java.util.Objects.requireNonNull(thrown.value().variableOrNull());
            if (state.values().get(variable) instanceof Thrown value) {
                raise(value, state);
            } else if (!thrown.isImplicit()) {
                raise(new Thrown(variable.type(), false), state);
            }
        }
    }

    /** Which handler a signal comes to is asked without flags and types: only the answers of polls steer. */
    private boolean isFollowed(Operand operand) {
        Variable variable = operand.variableOrNull();
        return watched == null || (variable != null && variable.isTemporary());
    }

    private void go(State state, Block target) {
        boolean round =
                origin != null && loop(target).contains(origin) && loop(target).contains(state.block());
        everLooped |= round && !state.status();
        add(new State(target, 0, state.status(), state.values(), state.looped() || round));
    }

    /**
     * The loop that begins with a block: what cannot be reached but through it, and leads back to it. Empty if the block begins
     * none.
     */
    private Set<Block> loop(Block head) {
        Set<Block> known = loops.get(head);
        if (known == null) {
            known = new HashSet<>();
            if (head.isLoopHead()) {
                Set<Block> outside = reachable(function.entry(), head);
                for (Block block : function.blocks()) {
                    if (!outside.contains(block)
                            && reachable(function.entry(), null).contains(block)
                            && next(block).stream().anyMatch(b -> leadsBack(b, head))) {
                        known.add(block);
                    }
                }
            }
            loops.put(head, known);
        }
        return known;
    }

    /** Whether control can get from a block back to the head without ever being outside of what the head dominates. */
    private boolean leadsBack(Block from, Block head) {
        Set<Block> outside = reachable(function.entry(), head);
        Set<Block> found = new HashSet<>();
        Deque<Block> todo = new ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            Block block = todo.poll();
            if (block == head) {
                return true;
            } else if (!outside.contains(block) && found.add(block)) {
                todo.addAll(next(block));
            }
        }
        return false;
    }

    private static Set<Block> reachable(Block from, @Nullable Block except) {
        Set<Block> found = new HashSet<>();
        Deque<Block> todo = new ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            Block block = todo.poll();
            if (block != except && found.add(block)) {
                todo.addAll(next(block));
            }
        }
        return found;
    }

    private static List<Block> next(Block block) {
        List<Block> all = new ArrayList<>(block.successors());
        boolean mayThrow = block.terminator() instanceof Terminator.Throw
                || block.ops().stream().anyMatch(Op.Call.class::isInstance);
        for (Handler h = mayThrow ? block.handler() : null; h != null; h = h.outer()) {
            h.clauses().forEach(clause -> all.add(clause.target()));
        }
        return all;
    }

    private void raise(Thrown thrown, State state) {
        for (Handler h = state.block().handler(); h != null; h = h.outer()) {
            for (Handler.Clause clause : h.clauses()) {
                Truth takes = takes(clause, thrown.type());
                if (takes != Truth.NO) {
                    Op.CatchEntry entry = (Op.CatchEntry) clause.target().ops().get(0);
                    if (clause.target() == watched && isInterrupt(thrown)) {
                        arrivals.add(state.status());
                    }
                    Map<Variable, Object> values = new HashMap<>(state.values());
                    values.put(entry.variable(), thrown);
                    go(
                            new State(state.block(), state.index(), state.status(), values, state.looped()),
                            clause.target());
                }
                if (takes == Truth.YES) {
                    return;
                }
            }
        }
        endings.add(new Ending(state.status(), thrown, gaveUp(state)));
        fates.add(
                thrown.isSignal() || isInterrupt(thrown)
                        ? Fate.PROPAGATED
                        : state.status() ? Fate.RESTORED : Fate.CONVERTED);
    }

    private boolean isInterrupt(Thrown thrown) {
        return hierarchy.isSubtype(thrown.type(), IrBuilder.INTERRUPTED).isYes();
    }

    /** Whether a clause takes what has this static type; UNKNOWN if that depends on the object. */
    private Truth takes(Handler.Clause clause, String type) {
        Truth result = Truth.NO;
        for (String caught : clause.types()) {
            if (hierarchy.isSubtype(type, caught).isYes()) {
                return Truth.YES;
            } else if (hierarchy.isSubtype(caught, type).isYes()) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }
}
