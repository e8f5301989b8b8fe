package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.model.MethodModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who runs lambdas, method references, and the {@code run} and {@code call} methods of classes: by what they are
 * handed to.
 */
final class Roles {
    private static final Set<String> BODY_NAMES = Set.of("run", "call", "compute");
    private static final Set<String> WORK_TYPES =
            Set.of("java.lang.Runnable", "java.util.concurrent.Callable", "java.lang.Thread", "java.util.TimerTask");

    private final ProgramFacts facts;
    private final Map<Function, EnumSet<Role>> roles = new HashMap<>();
    private final Map<String, List<Function>> bodies = new HashMap<>();

    Roles(ProgramFacts facts) {
        this.facts = facts;
        for (Function function : facts.program().functions()) {
            if (BODY_NAMES.contains(function.ref().name())
                    && function.parameters().isEmpty()) {
                bodies.computeIfAbsent(function.ref().owner(), k -> new ArrayList<>(1))
                        .add(function);
            }
        }
        for (Function function : facts.program().functions()) {
            scan(function);
        }
        bodies.values().forEach(list -> list.forEach(this::byType));
    }

    Set<Role> of(Function function) {
        EnumSet<Role> found = roles.get(function);
        return found == null ? Set.of() : Collections.unmodifiableSet(found);
    }

    private void scan(Function function) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && !call.arguments().isEmpty()) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    arguments(call, definitions);
                } else if (op instanceof Op.FieldWrite write && write.value() instanceof Operand.FunctionRef ref) {
                    add(ref, Role.UNKNOWN);
                }
            }
            if (block.terminator() instanceof Terminator.Return end && end.value() instanceof Operand.FunctionRef ref) {
                add(ref, Role.UNKNOWN);
            }
        }
    }

    private void arguments(Op.Call call, Definitions definitions) {
        MethodModel model = facts.model(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            Role role = Role.UNKNOWN;
            MethodModel.SpawnEffect spawns = model.spawns();
            if (spawns != null && spawns.argument() == i) {
                role = Role.valueOf(spawns.where().name());
            } else if (model.runsInline().contains(i)) {
                role = Role.INLINE;
            }
            for (Object source : definitions.sources(call.arguments().get(i))) {
                if (source instanceof Operand.FunctionRef ref) {
                    add(ref, role);
                } else if (role != Role.UNKNOWN) {
                    String type = typeOf(source);
                    if (type != null) {
                        bodyOf(type, role);
                    }
                }
            }
        }
    }

    private static @Nullable String typeOf(Object source) {
        if (source instanceof Op.Call call && call.result() != null) {
            return call.callee().isConstructor()
                    ? call.callee().receiverType()
                    : call.result().type();
        } else if (source instanceof Op.FieldRead read) {
            return read.field().type();
        } else if (source instanceof Operand operand) {
            return operand.type();
        }
        return null;
    }

    private void bodyOf(String type, Role role) {
        String current = type;
        for (int depth = 0; current != null && depth < 16; depth++) {
            List<Function> found = bodies.get(current);
            if (found != null) {
                found.forEach(body -> put(body, role));
                return;
            }
            TypeDeclaration declaration = facts.type(current);
            current = declaration == null ? null : declaration.superclass();
        }
    }

    private void add(Operand.FunctionRef ref, Role role) {
        Function target = facts.function(ref.target());
        if (target != null) {
            put(target, role);
        }
    }

    private void put(Function function, Role role) {
        roles.computeIfAbsent(function, k -> EnumSet.noneOf(Role.class)).add(role);
    }

    /** A body that nobody was seen to run is run by somebody all the same. */
    private void byType(Function body) {
        MethodRef ref = body.ref();
        if (facts.hierarchy().isSubtype(ref.owner(), "java.lang.Thread").isYes()) {
            put(body, Role.THREAD);
        } else if (facts.hierarchy()
                .isSubtype(ref.owner(), "java.util.TimerTask")
                .isYes()) {
            put(body, Role.SCHEDULE);
        } else if (!roles.containsKey(body)
                && WORK_TYPES.stream()
                        .anyMatch(type ->
                                facts.hierarchy().isSubtype(ref.owner(), type).isYes())) {
            put(body, Role.TASK);
        }
    }
}
