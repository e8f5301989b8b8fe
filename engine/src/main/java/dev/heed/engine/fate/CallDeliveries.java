package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.Guard;
import dev.heed.engine.summary.Summaries;
import dev.heed.engine.summary.Summary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which signals the calls of one function deliver: those that signatures and models tell of, and those that leave the callees. */
final class CallDeliveries {
    /** A signal that only every fourth of some implementations delivers, or fewer of them, is not expected of a call. */
    private static final int RARE = 4;

    private final Function function;
    private final ProgramFacts facts;
    private final Definitions definitions;
    private final Summaries summaries;
    private final NonBlockingChannels channels;

    CallDeliveries(Function function, ProgramFacts facts, Definitions definitions, Summaries summaries) {
        this.function = function;
        this.facts = facts;
        this.definitions = definitions;
        this.summaries = summaries;
        channels = new NonBlockingChannels(function, facts.hierarchy());
    }

    /**
     * The signals that a call may deliver, the surest first.
     *
     * @param model the call's
     * @param targets the project's functions that it may run
     */
    List<Delivery> of(Op.Call call, MethodModel model, List<Function> targets) {
        if (channels.isAsked(call)) {
            return List.of();
        }
        Callee callee = call.callee();
        Map<String, Delivery> found = new LinkedHashMap<>(2);
        if (model.delivery() != MethodModel.Delivery.NEVER) {
            boolean resolved = callee.confidence() == Confidence.RESOLVED;
            Escape.Traits traits = traits(model);
            for (String type : callee.declaredThrows()) {
                if (!isOnlyDeclared(type, call, targets)) {
                    add(found, type, resolved || allDeclare(callee, type), call, traits);
                }
            }
            for (String type : model.delivers()) {
                add(found, type, resolved, call, traits);
            }
        }
        addEscapes(found, call, targets);
        return List.copyOf(found.values());
    }

    private void addEscapes(Map<String, Delivery> found, Op.Call call, List<Function> targets) {
        Set<String> declared = Set.copyOf(found.keySet());
        Set<Signal> exceptional = exceptional(call, targets);
        Callee callee = call.callee();
        for (Function target : targets) {
            for (Escape escape : summaries.of(target).escapes()) {
                if (declared.contains(escape.type())
                        || exceptional.contains(escape.signal())
                        || !mayCome(escape, target, call)) {
                    continue;
                }
                boolean proved = escape.proved() && callee.isResolved() && targets.size() <= 2;
                Delivery delivery = new Delivery(
                        escape.type(),
                        escape.signal(),
                        proved,
                        call.span(),
                        callee.name(),
                        call,
                        escape.file(),
                        escape.span(),
                        escape.traits().with(guardHere(escape.traits().guard(), call)));
                found.merge(escape.type(), delivery, Delivery::merge);
            }
        }
    }

    /**
     * Signals that so few of the callbacks that a call may run deliver that they say nothing of this call: an {@code Action} with
     * one implementation that waits and ten that do not. Of services it is said all the same: an interrupt that only one kind of
     * file system delivers is lost with that one.
     */
    private Set<Signal> exceptional(Op.Call call, List<Function> targets) {
        if (targets.size() < RARE || !facts.isCallback(call.callee().receiverType())) {
            return Set.of();
        }
        Map<Signal, Integer> delivering = new EnumMap<>(Signal.class);
        for (Function target : targets) {
            summaries.of(target).escapes().stream()
                    .map(Escape::signal)
                    .distinct()
                    .forEach(signal -> delivering.merge(signal, 1, Integer::sum));
        }
        long bodies = targets.stream().filter(Function::hasBody).count();
        return delivering.entrySet().stream()
                .filter(entry -> entry.getValue() * RARE <= bodies)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether it does not matter which overload a call binds to: they all are the project's, and all declare the type. */
    private boolean allDeclare(Callee callee, String type) {
        return !callee.candidates().isEmpty()
                && callee.candidates().stream().allMatch(candidate -> {
                    Function declared = facts.function(candidate);
                    return declared != null && declared.declaredThrows().contains(type);
                });
    }

    /**
     * Whether a call declares a type that never comes: the bodies that it may run are in the project, and none of them can throw
     * it. An empty body is one that others override.
     */
    boolean isOnlyDeclared(String type, Op.Call call, List<Function> targets) {
        return !targets.isEmpty()
                && targets.stream().allMatch(target -> {
                    Summary summary = summaries.of(target);
                    return target.hasBody()
                            && !summary.mayThrowUnseen()
                            && !(target.isOverridable() && callsNothing(target))
                            && summary.escapes().stream()
                                    .noneMatch(escape -> facts.hierarchy()
                                                    .isSubtype(escape.type(), type)
                                                    .isYes()
                                            && mayCome(escape, target, call));
                });
    }

    /** Whether what may leave a callee may leave it at this call, with what it is passed here. */
    private boolean mayCome(Escape escape, Function target, Op.Call call) {
        return canRelay(escape, call) && !isRuledOut(escape.traits().guard(), target, call);
    }

    private static boolean isRuledOut(@Nullable Guard guard, Function target, Op.Call call) {
        return guard != null
                && target.parameters().size() == call.arguments().size()
                && call.arguments().get(guard.parameter()) instanceof Operand.Constant constant
                && constant.value() instanceof Boolean passed
                && passed != guard.value();
    }

    /** What this function must be passed so that a callee's guard holds, where it hands on a parameter of its own; else null. */
    private @Nullable Guard guardHere(@Nullable Guard guard, Op.Call call) {
        Variable passed = guard == null || guard.parameter() >= call.arguments().size()
                ? null
                : call.arguments().get(guard.parameter()).variableOrNull();
        int index = passed == null ? -1 : function.parameters().indexOf(passed);
        return guard != null
                        && passed != null
                        && index >= 0
                        && definitions.of(passed).isEmpty()
                ? new Guard(index, guard.value())
                : null;
    }

    private static boolean callsNothing(Function target) {
        return target.blocks().stream()
                .allMatch(block -> block.ops().stream().noneMatch(op -> op instanceof Op.Call)
                        || block.terminator() instanceof Terminator.Throw);
    }

    /** What a callee throws for a function that it was given arrives only if that function can throw it. */
    private boolean canRelay(Escape escape, Op.Call call) {
        if (!escape.traits().relayed()) {
            return true;
        }
        List<Function> given = new ArrayList<>(1);
        for (Operand argument : call.arguments()) {
            for (Object source : definitions.sources(argument)) {
                given.addAll(facts.bodies(source));
            }
        }
        return given.isEmpty() || given.stream().anyMatch(body -> mayThrow(body, escape.type()));
    }

    private boolean mayThrow(Function body, String type) {
        Summary summary = summaries.of(body);
        boolean declares = body.kind() == Function.Kind.LAMBDA
                || body.declaredThrows().stream()
                        .anyMatch(declared ->
                                facts.hierarchy().isSubtype(type, declared).isYes());
        return (summary.mayThrowUnseen() && declares)
                || summary.escapes().stream()
                        .anyMatch(escape ->
                                facts.hierarchy().isSubtype(escape.type(), type).isYes());
    }

    /** What a library's method leaves of the status, where it is not what the type of the exception says. */
    private static Escape.Traits traits(MethodModel model) {
        if (model.statusWhenThrown() == null) {
            return Escape.Traits.NONE;
        }
        return Escape.Traits.NONE.with(
                model.statusWhenThrown() == TypeModel.StatusWhenThrown.SET
                        ? Escape.StatusThen.SET
                        : Escape.StatusThen.UNKNOWN);
    }

    private void add(Map<String, Delivery> found, String type, boolean proved, Op.Call call, Escape.Traits traits) {
        TypeModel model = facts.models().type(type, facts.hierarchy());
        if (model != null && model.signal() != null) {
            found.putIfAbsent(
                    type,
                    new Delivery(
                            type,
                            model.signal(),
                            proved,
                            call.span(),
                            CallSemantics.displayName(call),
                            call,
                            function.file(),
                            call.span(),
                            traits));
        }
    }
}
