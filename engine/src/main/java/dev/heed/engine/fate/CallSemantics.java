package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.facts.Role;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.Signal;
import dev.heed.engine.summary.Summaries;
import dev.heed.engine.summary.Summary;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calls of one function mean for a cancellation: signature, model, and summaries of callees put together. */
public final class CallSemantics {
    static final String INTERRUPTED_EXCEPTION = "java.lang.InterruptedException";

    /** How names of methods begin that only ask or convert. */
    private static final List<String> ASKING = List.of(
            "get", "is", "has", "size", "next", "to", "as", "of", "format", "length", "contains", "equals", "hash");

    private final Function function;
    private final ProgramFacts facts;
    private final Definitions definitions;
    private final Summaries summaries;
    private final DoneTests doneTests;
    private final CallDeliveries delivered;
    private @Nullable ExceptionFlow flow;
    private final IdentityHashMap<Op.Call, List<Delivery>> deliveries = new IdentityHashMap<>();
    private final IdentityHashMap<Op.Call, MethodModel> models = new IdentityHashMap<>();
    private final IdentityHashMap<Op.Call, List<Function>> targets = new IdentityHashMap<>();
    private final IdentityHashMap<Op.Call, Boolean> deadEnds = new IdentityHashMap<>();

    CallSemantics(Function function, ProgramFacts facts, Definitions definitions, Summaries summaries) {
        this.function = function;
        this.facts = facts;
        this.definitions = definitions;
        this.summaries = summaries;
        doneTests = new DoneTests(function, definitions);
        delivered = new CallDeliveries(function, facts, definitions, summaries);
    }

    /** Which signals these calls bring to which handlers; worked out once. */
    ExceptionFlow flow() {
        ExceptionFlow known = flow;
        if (known == null) {
            known = new ExceptionFlow(function, facts, definitions, this);
            flow = known;
        }
        return known;
    }

    /** The call's model; {@link MethodModel#NONE} if there is none. */
    public MethodModel model(Op.Call call) {
        return models.computeIfAbsent(
                call,
                c -> facts.models()
                        .method(c.callee(), receiverName(c), c.arguments().size(), facts.hierarchy()));
    }

    /** The name by which the code calls the receiver: of a variable, a field, or an accessor. */
    public @Nullable String receiverName(Op.Call call) {
        Operand receiver = call.receiver();
        if (receiver == null) {
            return null;
        } else if (receiver instanceof Operand.TypeName type) {
            return Types.simpleName(type.type());
        }
        Op source = definitions.single(receiver);
        if (source instanceof Op.FieldRead read) {
            return read.field().name();
        }
        Variable variable = receiver.variableOrNull();
        if (source instanceof Op.Call made && variable != null && variable.isTemporary()) {
            return made.callee().name();
        }
        return variable == null ? null : variable.name();
    }

    /** The signals that a call may deliver, the surest first. */
    public List<Delivery> deliveries(Op.Call call) {
        List<Delivery> known = deliveries.get(call);
        if (known == null) {
            known = isDone(call) ? List.of() : delivered.of(call, model(call), targets(call));
            deliveries.put(call, known);
        }
        return known;
    }

    /**
     * Whether a call declares an interrupt that never comes: the bodies that it may run are in the project, and none of them
     * can throw it. An empty body is one that others override.
     */
    boolean onlyDeclaresInterrupt(Op.Call call) {
        return isDone(call)
                || call.callee().declaredThrows().stream()
                        .anyMatch(type -> facts.hierarchy()
                                        .isSubtype(type, INTERRUPTED_EXCEPTION)
                                        .isYes()
                                && delivered.isOnlyDeclared(type, call, targets(call)));
    }

    /** Whether a call asks a future that is done by then, as the code around it shows. */
    boolean isDone(Op.Call call) {
        return facts.continuations().isDoneBefore(function, call) || doneTests.isAskedAfter(call);
    }

    /** Whether a call may throw an interrupt of which neither its signature, nor a model, nor a body tells. */
    boolean mayThrowUnseen(Op.Call call) {
        if (call.kind() == Op.CallKind.IMPLICIT_SUPPRESS || model(call) != MethodModel.NONE) {
            return false;
        }
        List<Function> targets = targets(call);
        if (targets.isEmpty()) {
            return !call.callee().isResolved()
                    || call.callee().declaredThrows().stream().anyMatch(this::isAboveInterrupt);
        }
        return targets.stream()
                .anyMatch(target -> target.hasBody()
                        ? summaries.of(target).mayThrowUnseen()
                                && (target.kind() == Function.Kind.LAMBDA
                                        || target.declaredThrows().stream()
                                                .anyMatch(type ->
                                                        isAboveInterrupt(type) || type.equals(INTERRUPTED_EXCEPTION)))
                        : target.declaredThrows().stream().anyMatch(this::isAboveInterrupt));
    }

    /** Whether a declared type stands for interrupts among others. */
    boolean isAboveInterrupt(String type) {
        return !type.equals(INTERRUPTED_EXCEPTION)
                && !facts.hierarchy().isSubtype(INTERRUPTED_EXCEPTION, type).isNo();
    }

    /** {@code take}, {@code new Worker}, {@code close} of a resource. */
    static String displayName(Op.Call call) {
        Callee callee = call.callee();
        return callee.isConstructor() ? "new " + Types.simpleName(callee.receiverType()) : callee.name();
    }

    /** What a call does when it is reached with the interrupt status set. */
    OnInterrupt reaction(Op.Call call) {
        MethodModel model = model(call);
        if (model.onInterrupt() != OnInterrupt.UNSPECIFIED) {
            return model.onInterrupt();
        }
        for (Delivery delivery : deliveries(call)) {
            if (delivery.signal() == Signal.INTERRUPT
                    && facts.hierarchy()
                            .isSubtype(delivery.type(), INTERRUPTED_EXCEPTION)
                            .isYes()
                    && !onlyThrownNotWaited(call)) {
                return OnInterrupt.THROWS;
            }
        }
        return OnInterrupt.UNSPECIFIED;
    }

    /** A function of the project that throws the signal without ever waiting does not react to the status. */
    private boolean onlyThrownNotWaited(Op.Call call) {
        List<Function> targets = targets(call);
        return !targets.isEmpty()
                && targets.stream()
                        .allMatch(target ->
                                target.hasBody() && !summaries.of(target).waits());
    }

    /** Whether a call may wait for something, as far as is known. */
    boolean mayWait(Op.Call call) {
        if (model(call).blocks() == MethodModel.Blocks.YES) {
            return true;
        }
        for (Delivery delivery : deliveries(call)) {
            if (delivery.signal() == Signal.INTERRUPT) {
                return true;
            }
        }
        for (Function target : targets(call)) {
            if (summaries.of(target).waits()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a call begins something, as far as is known: it runs code of the project, of an unknown library, or elsewhere.
     * Questions, logs, and waits do not.
     */
    boolean beginsWork(Op.Call call) {
        if (model(call).log() != null || model(call).cancel() != null || mayWait(call)) {
            return false;
        }
        return model(call).spawns() != null
                || (!asks(call)
                        && (!call.callee().isResolved() || !targets(call).isEmpty()));
    }

    /** Whether a call does more than ask, log, stop something, or wait by a method of the JDK for what others do. */
    boolean doesSomething(Op.Call call) {
        MethodModel model = model(call);
        boolean onlyWaits = model.await() != null
                || (model != MethodModel.NONE && call.callee().declaredThrows().contains(INTERRUPTED_EXCEPTION));
        return !onlyWaits && model.log() == null && model.cancel() == null && !asks(call);
    }

    private static boolean asks(Op.Call call) {
        return call.callee().isConstructor()
                || ASKING.stream().anyMatch(call.callee().name()::startsWith);
    }

    /** Whether an operand is the thread that executes this function. */
    boolean isCurrentThread(@Nullable Operand operand) {
        if (operand == null) {
            return false;
        }
        if (operand instanceof Operand.This self) {
            return facts.roles(function).contains(Role.THREAD)
                    && facts.hierarchy()
                            .isSubtype(self.type(), "java.lang.Thread")
                            .isYes();
        }
        List<Object> sources = definitions.sources(operand);
        return !sources.isEmpty()
                && sources.stream()
                        .allMatch(source -> source instanceof Op.Call call
                                && call.callee().name().equals("currentThread"));
    }

    /** The effect of a call on the current thread's interrupt status, by model. */
    MethodModel.StatusEffect statusEffect(Op.Call call) {
        MethodModel.StatusEffect effect = model(call).status();
        boolean ofThread =
                call.callee().name().equals("interrupt") || call.callee().name().equals("isInterrupted");
        if (effect != MethodModel.StatusEffect.NONE
                && ofThread
                && call.receiver() != null
                && !isCurrentThread(call.receiver())) {
            return MethodModel.StatusEffect.NONE;
        }
        return effect;
    }

    /** Whether a call interrupts a thread that is not the current one. */
    public boolean interruptsOther(Op.Call call) {
        return stopsOther(call) && call.callee().name().equals("interrupt");
    }

    /** Whether a call interrupts or cancels something that is not the current thread. */
    boolean stopsOther(Op.Call call) {
        return model(call).cancel() != null && statusEffect(call) == MethodModel.StatusEffect.NONE;
    }

    /** The project's functions that a call may run; fewer where the receiver is known to be of one class. */
    List<Function> targets(Op.Call call) {
        List<Function> known = targets.get(call);
        if (known == null) {
            known = findTargets(call);
            targets.put(call, known);
        }
        return known;
    }

    private List<Function> findTargets(Op.Call call) {
        List<Function> all = facts.targets(call);
        if (all.size() < 2 || call.receiver() == null) {
            return all;
        }
        String exact = exactType(call.receiver());
        Function body = exact == null ? null : facts.inherited(exact, all);
        return body == null ? all : List.of(body);
    }

    /** The class of which a value is for sure, not a subclass of it; null if that is not known. */
    private @Nullable String exactType(Operand receiver) {
        Op source = definitions.single(receiver);
        if (source instanceof Op.Call made && made.callee().isConstructor()) {
            return made.callee().receiverType();
        }
        return source instanceof Op.FieldRead read ? facts.fieldValues().onlyType(read.field()) : null;
    }

    Summaries summaries() {
        return summaries;
    }

    Summary summary(Function target) {
        return summaries.of(target);
    }

    /** Whether control never comes back from a call. */
    boolean neverReturns(Op.Call call) {
        Boolean known = deadEnds.get(call);
        if (known == null) {
            known = isDeadEnd(call);
            deadEnds.put(call, known);
        }
        return known;
    }

    private boolean isDeadEnd(Op.Call call) {
        if (model(call).completion() != MethodModel.Completion.RETURNS) {
            return true;
        }
        List<Function> targets = targets(call);
        for (Function target : targets) {
            if (!target.hasBody() || summaries.of(target).returns()) {
                return false;
            }
        }
        return !targets.isEmpty();
    }
}
