package dev.heed.engine.fate;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which signals arrive at which handler of a function, and which leave it: every call and throw under its handlers, in
 * order, by type.
 */
final class ExceptionFlow {
    /** Methods of exceptions that lead to the exception inside. */
    static final Set<String> UNWRAPPING =
            Set.of("getCause", "getException", "getTargetException", "getUndeclaredThrowable");

    private static final List<String> UNCHECKED = List.of("java.lang.RuntimeException", "java.lang.Error");

    private final Function function;
    private final ProgramFacts facts;
    private final Definitions definitions;
    private final CallSemantics calls;
    private final @Nullable Guard given;
    private final @Nullable LocalConstants constants;
    private @Nullable StatusFlow status;
    private final Map<Handler.Clause, Map<String, Delivery>> arrivals = new LinkedHashMap<>();
    private final Map<String, Delivery> escapes = new LinkedHashMap<>();
    private final Map<Handler.Clause, List<Block>> rethrows = new LinkedHashMap<>();
    private final boolean mayThrowUnseen;
    private final Deque<Runnable> work = new ArrayDeque<>();

    ExceptionFlow(Function function, ProgramFacts facts, Definitions definitions, CallSemantics calls) {
        this(
                function,
                facts,
                definitions,
                calls,
                null,
                LocalConstants.concerns(function) ? new LocalConstants(function) : null);
    }

    private ExceptionFlow(
            Function function,
            ProgramFacts facts,
            Definitions definitions,
            CallSemantics calls,
            @Nullable Guard given,
            @Nullable LocalConstants constants) {
        this.function = function;
        this.facts = facts;
        this.definitions = definitions;
        this.calls = calls;
        this.given = given;
        this.constants = constants;
        Set<Block> reachable = reachable();
        for (Block block : reachable) {
            if (block.terminator() instanceof Terminator.Throw end && !stops(block, calls)) {
                Handler.Clause source = rethrown(end.value());
                if (source != null) {
                    rethrows.computeIfAbsent(source, k -> new ArrayList<>(1)).add(block);
                }
            }
        }
        for (Block block : reachable) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    for (Delivery delivery : calls.deliveries(call)) {
                        if (!isRuledOut(delivery)) {
                            flow(delivery, block.handler());
                        }
                    }
                    if (calls.neverReturns(call)) {
                        break;
                    }
                }
            }
            if (block.terminator() instanceof Terminator.Throw end
                    && rethrown(end.value()) == null
                    && !stops(block, calls)) {
                thrown(end, block);
            }
        }
        drain();
        for (Block block : reachable) {
            inferByName(block, reachable);
        }
        drain();
        mayThrowUnseen = reachable.stream().anyMatch(this::throwsUnseen);
    }

    /**
     * The flow of the same function where a parameter has a certain value.
     *
     * @param given the value that a boolean parameter has, which the function never assigns
     */
    ExceptionFlow where(Guard given) {
        return new ExceptionFlow(function, facts, definitions, calls, given, constants);
    }

    /** The signals that arrive at a clause, one for each type, in the order of the text. */
    List<Delivery> arrivals(Handler.Clause clause) {
        Map<String, Delivery> found = arrivals.get(clause);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    /** The signals that may leave the function, one for each type. */
    List<Delivery> escapes() {
        return List.copyOf(escapes.values());
    }

    private Set<Block> reachable() {
        Set<Block> seen = new LinkedHashSet<>();
        if (!function.hasBody()) {
            return seen;
        }
        Deque<Block> todo = new ArrayDeque<>();
        todo.add(function.entry());
        while (!todo.isEmpty()) {
            Block block = todo.poll();
            if (seen.add(block)) {
                List<Block> next = new ArrayList<>(Loops.flow(block));
                if (stops(block, calls)) {
                    next.removeAll(block.successors());
                } else if (block.terminator() instanceof Terminator.Branch branch) {
                    Boolean known = outcome(branch.test(), block);
                    if (known != null && branch.ifTrue() != branch.ifFalse()) {
                        next.remove(known ? branch.ifFalse() : branch.ifTrue());
                    }
                }
                todo.addAll(next);
            }
        }
        List<Block> ordered = new ArrayList<>(seen);
        ordered.sort(java.util.Comparator.comparingInt(Block::id));
        return new LinkedHashSet<>(ordered);
    }

    /** What a test says every time, or null. */
    private @Nullable Boolean outcome(Test test, Block block) {
        if (given != null
                && test instanceof Test.IsTrue asked
                && function.parameters()
                        .get(given.parameter())
                        .equals(asked.operand().variableOrNull())) {
            return given.value();
        }
        Boolean local = constants == null ? null : constants.outcome(test, block);
        return local == null ? facts.fieldValues().outcome(test, definitions) : local;
    }

    private boolean isRuledOut(Delivery delivery) {
        Guard guard = delivery.traits().guard();
        return given != null
                && guard != null
                && guard.parameter() == given.parameter()
                && guard.value() != given.value();
    }

    /** Whether control never comes to the end of a block, because a call before it never returns. */
    static boolean stops(Block block, CallSemantics calls) {
        for (Op op : block.ops()) {
            if (op instanceof Op.Call call && calls.neverReturns(call)) {
                return true;
            }
        }
        return false;
    }

    /** Whether checked exceptions may leave the function that no signature, model or body tells of. */
    boolean mayThrowUnseen() {
        return mayThrowUnseen;
    }

    private boolean throwsUnseen(Block block) {
        boolean leaves = !rethrows.isEmpty()
                || Dispatch.of(CallSemantics.INTERRUPTED_EXCEPTION, block.handler(), facts.hierarchy())
                        .mayEscape();
        if (!leaves) {
            return false;
        }
        boolean broad = block.terminator() instanceof Terminator.Throw end
                && !end.isImplicit()
                && rethrown(end.value()) == null
                && definitions.made(end.value()) == null
                && calls.isAboveInterrupt(end.value().type());
        return broad || block.ops().stream().anyMatch(op -> op instanceof Op.Call call && calls.mayThrowUnseen(call));
    }

    private void drain() {
        while (!work.isEmpty()) {
            WorkerThread.check();
            work.poll().run();
        }
    }

    /** The clause whose exception, never reassigned, a throw throws again. */
    private Handler.@Nullable Clause rethrown(Operand value) {
        return definitions.single(value) instanceof Op.CatchEntry entry ? entry.clause() : null;
    }

    private void thrown(Terminator.Throw end, Block block) {
        Variable variable = end.value().variableOrNull();
        if (variable == null) {
            return;
        }
        Op.Call made = definitions.made(end.value());
        String type = made == null ? variable.type() : made.callee().receiverType();
        boolean relayed = definitions.single(end.value()) instanceof Op.Call call
                && UNWRAPPING.contains(call.callee().name());
        TypeModel model = facts.models().type(type, facts.hierarchy());
        if (model != null && model.signal() != null) {
            flow(
                    new Delivery(
                            type,
                            model.signal(),
                            true,
                            end.span(),
                            Types.simpleName(type),
                            null,
                            function.file(),
                            end.span(),
                            new Escape.Traits(made != null, statusBefore().atEnd(block), relayed, null)),
                    block.handler());
        }
    }

    private StatusFlow statusBefore() {
        status = status == null ? new StatusFlow(function, calls, definitions, facts) : status;
        return status;
    }

    private void flow(Delivery delivery, @Nullable Handler handler) {
        Dispatch dispatch = Dispatch.of(delivery.type(), delivery.traits().exact(), handler, facts.hierarchy());
        for (Dispatch.Landing landing : dispatch.landings()) {
            Delivery there = delivery.as(landing.type());
            Map<String, Delivery> known = arrivals.computeIfAbsent(landing.clause(), k -> new LinkedHashMap<>(2));
            Delivery old = known.get(there.type());
            Delivery now = old == null ? there : old.merge(there);
            if (!now.equals(old)) {
                known.put(there.type(), now);
                throwAgain(now, landing.clause());
            }
        }
        if (dispatch.mayEscape() && mayLeave(delivery.type())) {
            escapes.merge(delivery.type(), delivery, Delivery::merge);
        }
    }

    /** Follows what has arrived at a clause to where its body throws it again. */
    private void throwAgain(Delivery delivery, Handler.Clause clause) {
        for (Block block : rethrows.getOrDefault(clause, List.of())) {
            // A cast on the way lets only its type through.
            if (block.terminator() instanceof Terminator.Throw end
                    && mayBe(delivery.type(), end.value().type())) {
                Delivery again = delivery.with(statusBefore().atRethrow(delivery.traits(), block));
                work.add(() -> flow(again, block.handler()));
            }
        }
    }

    private boolean mayBe(String type, String other) {
        return !facts.hierarchy().isSubtype(type, other).isNo()
                || !facts.hierarchy().isSubtype(other, type).isNo();
    }

    /** A method's checked exceptions are those that it declares (JLS 11.2), whatever its body seems to throw again. */
    private boolean mayLeave(String type) {
        boolean isMethod = function.kind() == Function.Kind.METHOD || function.kind() == Function.Kind.CONSTRUCTOR;
        boolean isChecked = UNCHECKED.stream()
                .allMatch(above -> facts.hierarchy().isSubtype(type, above).isNo());
        return !isMethod
                || !isChecked
                || function.annotations().contains("SneakyThrows")
                || function.declaredThrows().stream().anyMatch(declared -> mayBe(type, declared));
    }

    /**
     * {@code InterruptedException} is checked: a clause that names it would not compile if nothing in its try could throw
     * it (JLS 11.2.3). So where no call is known to, an unresolved one must. Who names the cancel of the own task, which is
     * unchecked, knows of it, too.
     */
    private void inferByName(Block block, Set<Block> reachable) {
        if (block.ops().isEmpty()
                || !(block.ops().get(0) instanceof Op.CatchEntry entry)
                || entry.clause().kind() != Handler.Kind.CATCH) {
            return;
        }
        Handler.Clause clause = entry.clause();
        for (String type : clause.types()) {
            Signal signal = inferred(type);
            Map<String, Delivery> known = arrivals.getOrDefault(clause, Map.of());
            boolean arrives = known.keySet().stream()
                    .anyMatch(t -> facts.hierarchy().isSubtype(t, type).isYes());
            if (signal != null && !arrives) {
                Op.Call suspect = unresolvedCallUnder(clause, type, reachable);
                if (suspect != null) {
                    Delivery inferred = new Delivery(
                            type,
                            signal,
                            true,
                            suspect.span(),
                            CallSemantics.displayName(suspect),
                            suspect,
                            function.file(),
                            suspect.span(),
                            Escape.Traits.NONE);
                    arrivals.computeIfAbsent(clause, k -> new LinkedHashMap<>(2))
                            .put(type, inferred);
                    throwAgain(inferred, clause);
                }
            }
        }
    }

    /** The signal that a clause for a type waits for, if naming it is proof enough that it may come; else null. */
    private @Nullable Signal inferred(String type) {
        if (facts.hierarchy()
                .isSubtype(type, CallSemantics.INTERRUPTED_EXCEPTION)
                .isYes()) {
            return Signal.INTERRUPT;
        }
        TypeModel model = facts.models().type(type, facts.hierarchy());
        Signal signal = model == null ? null : model.signal();
        return signal != null && signal.isOwnException() ? signal : null;
    }

    /** The likeliest source: the last unresolved call, else the last call at all, under the clause. */
    private Op.@Nullable Call unresolvedCallUnder(Handler.Clause clause, String type, Set<Block> reachable) {
        Op.Call last = null;
        Op.Call unresolved = null;
        for (Block block : reachable) {
            if (leadsTo(block.handler(), clause, type)) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call && call.kind() != Op.CallKind.IMPLICIT_SUPPRESS) {
                        if (calls.onlyDeclaresInterrupt(call)) {
                            return null; // what the clause must name, and what never comes
                        }
                        last = call;
                        unresolved = call.callee().isResolved() ? unresolved : call;
                    }
                }
            }
        }
        return unresolved != null ? unresolved : last;
    }

    /** Whether what is thrown under some handlers comes to a clause: no clause on the way takes it. */
    private boolean leadsTo(@Nullable Handler innermost, Handler.Clause clause, String type) {
        for (Handler handler = innermost; handler != null; handler = handler.outer()) {
            if (handler.clauses().contains(clause)) {
                return true;
            }
            for (Handler.Clause inner : handler.clauses()) {
                if (inner.kind() == Handler.Kind.CATCH
                        && inner.types().stream()
                                .anyMatch(caught -> facts.hierarchy()
                                        .isSubtype(type, caught)
                                        .isYes())) {
                    return false;
                }
            }
        }
        return false;
    }
}
