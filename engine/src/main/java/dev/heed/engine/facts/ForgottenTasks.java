package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.source.Words;
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
 * Futures of the project that start something, cancel it when they end in one way, and forget it in their {@code cancel}.
 */
public final class ForgottenTasks {
    private static final String FUTURE = "java.util.concurrent.Future";
    private static final String CANCEL = "cancel";

    /**
     * A task that an overridden {@code cancel} leaves running.
     *
     * @param task the field with its handle
     * @param started where the handle is stored
     * @param elsewhere where another end of the future cancels it
     */
    public record Forgotten(FieldRef task, CallSite started, CallSite elsewhere) {}

    private final ProgramFacts facts;

    public ForgottenTasks(ProgramFacts facts) {
        this.facts = facts;
    }

    /** What a function forgets, if it is the {@code cancel(boolean)} of a future. */
    public List<Forgotten> by(Function cancel) {
        TypeDeclaration owner =
                isCancelOfFuture(cancel) ? facts.type(cancel.ref().owner()) : null;
        if (owner == null) {
            return List.of();
        }
        Set<Function> reached = ownCalls(cancel);
        Map<FieldRef, CallSite> elsewhere = new LinkedHashMap<>();
        Set<FieldRef> remembered = new LinkedHashSet<>();
        for (Function other : facts.mentioningIn(cancel.file(), Words.of(Set.of(CANCEL)))) {
            cancelled(other, owner).forEach((field, call) -> {
                // A hook, or code that runs when the future is done, may be what cancels it after a cancel, too.
                boolean mayFollow = reached.contains(other)
                        || other.kind() != Function.Kind.METHOD
                        || other.enclosing() != null
                        || !other.overrides().isEmpty();
                if (mayFollow) {
                    remembered.add(field);
                } else {
                    elsewhere.putIfAbsent(field, new CallSite(other, call));
                }
            });
        }
        List<Forgotten> found = new ArrayList<>();
        elsewhere.forEach((field, site) -> {
            CallSite started = remembered.contains(field) || reads(reached, field) ? null : start(owner, field);
            if (started != null) {
                found.add(new Forgotten(field, started, site));
            }
        });
        return found;
    }

    private boolean isCancelOfFuture(Function function) {
        return function.ref().name().equals(CANCEL)
                && function.ref().parameterTypes().equals(List.of("boolean"))
                && function.hasBody()
                && facts.hierarchy().isSubtype(function.ref().owner(), FUTURE).isYes();
    }

    private Set<Function> ownCalls(Function from) {
        Set<Function> seen = new LinkedHashSet<>(List.of(from));
        Deque<Function> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Block block : open.remove().blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call) {
                        facts.targets(call).stream()
                                .filter(target -> target.file().equals(from.file()))
                                .filter(seen::add)
                                .forEach(open::add);
                    }
                }
            }
        }
        return seen;
    }

    /** The private fields of a type of which a function cancels what they hold. */
    private static Map<FieldRef, Op.Call> cancelled(Function function, TypeDeclaration owner) {
        Map<FieldRef, Op.Call> found = new LinkedHashMap<>();
        Definitions definitions = new Definitions(function);
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && call.callee().name().equals(CANCEL)
                        && call.receiver() != null
                        && definitions.single(call.receiver()) instanceof Op.FieldRead read
                        && isPrivate(read.field(), owner)) {
                    found.putIfAbsent(read.field(), call);
                }
            }
        }
        return found;
    }

    private static boolean isPrivate(FieldRef field, TypeDeclaration owner) {
        return owner.fields().stream()
                .anyMatch(declared -> declared.ref().equals(field)
                        && !field.isStatic()
                        && declared.modifiers().contains(Function.Modifier.PRIVATE));
    }

    private static boolean reads(Set<Function> functions, FieldRef field) {
        return functions.stream()
                .flatMap(function -> function.blocks().stream())
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.FieldRead read && read.field().equals(field));
    }

    /** The call that gives the field its only handles; null if somebody else's handle may be in it. */
    private @Nullable CallSite start(TypeDeclaration owner, FieldRef field) {
        CallSite found = null;
        for (Function function : facts.usingIn(owner.file(), field.name())) {
            Definitions definitions = null;
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (!(op instanceof Op.FieldWrite write)
                            || !write.field().equals(field)
                            || write.value() instanceof Operand.Constant) {
                        continue;
                    }
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    if (!(definitions.single(write.value()) instanceof Op.Call call)
                            || call.callee().isConstructor()) {
                        return null;
                    }
                    found = found == null ? new CallSite(function, call) : found;
                }
            }
        }
        return found;
    }
}
