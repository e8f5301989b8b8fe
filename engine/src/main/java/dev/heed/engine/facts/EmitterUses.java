package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the emitter that a pipeline's {@code create} gives to a function: is it handed to work that goes on
 * afterwards, and does anybody learn through it that the subscriber has cancelled?
 */
public final class EmitterUses {
    /** How code learns that the subscriber has gone: by a question, or by a callback. */
    private static final Set<String> ASKS = Set.of(
            "isCancelled",
            "onCancel",
            "onDispose",
            "onRequest",
            "requestedFromDownstream",
            "requested",
            "isDisposed",
            "setCancellable",
            "setDisposable",
            "onTermination",
            "serialize",
            "tryOnError");

    private static final Set<String> EMITS = Set.of("next", "onNext", "emit");

    private final ProgramFacts facts;
    private boolean asks;
    private boolean unknown;
    private boolean emitsLater;
    private Op.@Nullable Call handed;

    private EmitterUses(ProgramFacts facts) {
        this.facts = facts;
    }

    /**
     * The call by which a function hands its emitter to work that goes on behind it and that never learns of a cancel; null if
     * there is none, or if not all uses are known.
     */
    public static Op.@Nullable Call deafWork(ProgramFacts facts, Function creator) {
        if (creator.parameters().size() != 1) {
            return null;
        }
        EmitterUses uses = new EmitterUses(facts);
        uses.follow(creator, creator.parameters().get(0).name(), 0);
        return uses.asks || uses.unknown || !uses.emitsLater ? null : uses.handed;
    }

    /** Follows a variable by its name through a function and what is nested in it. */
    private void follow(Function function, String name, int depth) {
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    call(function, call, name, depth);
                } else if (op instanceof Op.FieldWrite write && isNamed(write.value(), name)) {
                    unknown = true;
                } else if (op instanceof Op.Assign assign && isNamed(assign.value(), name)) {
                    unknown = true;
                }
            }
        }
    }

    private static boolean isNamed(@Nullable Operand operand, String name) {
        Variable variable = operand == null ? null : operand.variableOrNull();
        return variable != null && variable.name().equals(name);
    }

    private void call(Function function, Op.Call call, String name, int depth) {
        if (isNamed(call.receiver(), name)) {
            asks |= ASKS.contains(call.callee().name());
            emitsLater |= depth > 0 && EMITS.contains(call.callee().name());
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Operand argument = call.arguments().get(i);
            if (isNamed(argument, name)) {
                given(call, i);
            } else if (argument instanceof Operand.FunctionRef reference
                    && reference.captured().stream().anyMatch(captured -> isNamed(captured, name))) {
                handed = handed == null ? call : handed;
                Function body = reference.isMethodReference() ? null : facts.function(reference.target());
                if (body != null) {
                    follow(body, name, depth + 1);
                } else {
                    emitsLater |= EMITS.contains(reference.target().name());
                }
            }
        }
        if (call.captured().stream().anyMatch(captured -> isNamed(captured, name))) {
            handed = handed == null ? call : handed;
            for (Function nested : facts.nested(function)) {
                if (nested.ref().owner().equals(call.callee().receiverType())) {
                    follow(nested, name, depth + 1);
                }
            }
        }
    }

    /** The emitter is given to a constructor of the project, which keeps it in a field; or to something unknown. */
    private void given(Op.Call call, int index) {
        List<Function> targets = facts.targets(call);
        if (!call.callee().isConstructor()
                || targets.size() != 1
                || !targets.get(0).hasBody()) {
            unknown = true;
            return;
        }
        Function constructor = targets.get(0);
        FieldRef field = kept(constructor, index);
        if (field == null) {
            unknown = true;
            return;
        }
        handed = handed == null ? call : handed;
        for (Function function : facts.usingIn(constructor.file(), field.name())) {
            usesField(function, field);
        }
    }

    private static @Nullable FieldRef kept(Function constructor, int index) {
        if (index >= constructor.parameters().size()) {
            return null;
        }
        Variable parameter = constructor.parameters().get(index);
        Set<FieldRef> fields = new HashSet<>();
        for (Block block : constructor.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldWrite write
                        && parameter.equals(write.value().variableOrNull())) {
                    fields.add(write.field());
                } else if (op instanceof Op.Call call
                        && call.arguments().stream().anyMatch(a -> parameter.equals(a.variableOrNull()))) {
                    return null;
                }
            }
        }
        return fields.size() == 1 ? fields.iterator().next() : null;
    }

    private void usesField(Function function, FieldRef field) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    if (isField(call.receiver(), field, definitions)) {
                        asks |= ASKS.contains(call.callee().name());
                        emitsLater |= EMITS.contains(call.callee().name());
                    }
                    for (Operand argument : call.arguments()) {
                        unknown |= isField(argument, field, definitions);
                    }
                }
            }
        }
    }

    private static boolean isField(@Nullable Operand operand, FieldRef field, Definitions definitions) {
        return operand != null
                && definitions.single(operand) instanceof Op.FieldRead read
                && read.field().equals(field);
    }
}
