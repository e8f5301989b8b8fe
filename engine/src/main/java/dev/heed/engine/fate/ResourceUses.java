package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of a function, and of the project's functions that it calls, do to a resource. Where a body cannot be
 * seen, a name that sounds like a release counts as one: the question is asked to find out that nobody releases.
 */
final class ResourceUses {
    private static final int MAX_DEPTH = 4;
    private static final List<String> RELEASE_WORDS = List.of(
            "release",
            "unlock",
            "close",
            "cleanup",
            "giveback",
            "return",
            "free",
            "end",
            "exit",
            "leave",
            "finish",
            "dispose",
            "done",
            "rollback",
            "abort",
            "stop");
    private static final Set<String> ASKS_WHETHER_HELD =
            Set.of("isHeldByCurrentThread", "isWriteLockedByCurrentThread", "isHeldExclusively");

    private record Visit(Function function, ResourceKey key) {}

    private final Function function;
    private final ProgramFacts facts;
    private final ResourceKeys keys;

    ResourceUses(Function function, ProgramFacts facts, Definitions definitions) {
        this.function = function;
        this.facts = facts;
        keys = new ResourceKeys(facts, definitions);
    }

    ResourceKeys keys() {
        return keys;
    }

    /** The key of what a call takes or gives back, if a model says that it does. */
    @Nullable
    ResourceKey key(Op.Call call, @Nullable ResourceEffect effect) {
        if (effect == null) {
            return null;
        }
        Place place = effect.place();
        return switch (place.kind()) {
            case RECEIVER -> keys.of(call.receiver());
            case ARGUMENT ->
                place.index() < call.arguments().size()
                        ? keys.of(call.arguments().get(place.index()))
                        : null;
            case RESULT -> null;
        };
    }

    boolean acquires(Op.Call call, ResourceKey key) {
        return key.equals(key(call, facts.model(call).acquires()));
    }

    boolean releases(Op.Call call, ResourceKey key) {
        return key.equals(key(call, facts.model(call).releases()));
    }

    /** Whether a call asks whether this thread holds the resource, or the lock that it is a view of. */
    boolean asksWhetherHeld(Op.Call call, ResourceKey key) {
        if (!ASKS_WHETHER_HELD.contains(call.callee().name())) {
            return false;
        }
        ResourceKey asked = keys.of(call.receiver());
        return asked != null && key.startsWith(asked);
    }

    /** Whether a call of the project, or of something unknown, may release the resource or give it to somebody who will. */
    boolean mayReleaseInside(Op.Call call, ResourceKey key) {
        return mayReleaseInside(call, key, 0, new HashSet<>());
    }

    private boolean mayReleaseInside(Op.Call call, ResourceKey key, int depth, Set<Visit> seen) {
        List<Function> targets = facts.targets(call);
        for (Function target : targets) {
            if (!target.hasBody()) {
                continue;
            }
            for (ResourceKey inside : mapped(call, key, target)) {
                if (depth >= MAX_DEPTH
                        || (seen.add(new Visit(target, inside)) && mayRelease(target, inside, depth + 1, seen))) {
                    return true;
                }
            }
        }
        boolean blind = targets.isEmpty()
                ? !call.callee().isResolved()
                : targets.stream().noneMatch(Function::hasBody);
        return blind && soundsLikeRelease(call.callee().name());
    }

    static boolean soundsLikeRelease(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RELEASE_WORDS.stream().anyMatch(lower::contains);
    }

    /** What a key is called inside a callee: through its receiver, its parameters, or a static field. */
    private List<ResourceKey> mapped(Op.Call call, ResourceKey key, Function target) {
        if (key.isStatic()) {
            return List.of(key);
        }
        List<ResourceKey> found = new ArrayList<>(1);
        ResourceKey receiver = keys.of(call.receiver());
        if (receiver != null && key.startsWith(receiver)) {
            found.add(key.rebased(receiver, null));
        }
        for (int i = 0; i < call.arguments().size() && i < target.parameters().size(); i++) {
            ResourceKey argument = keys.of(call.arguments().get(i));
            if (argument != null && key.startsWith(argument)) {
                found.add(key.rebased(argument, target.parameters().get(i)));
            }
        }
        return found;
    }

    private boolean mayRelease(Function target, ResourceKey key, int depth, Set<Visit> seen) {
        ResourceUses inside = new ResourceUses(target, facts, new Definitions(target));
        if (inside.givenAway(key, depth, seen)) {
            return true;
        }
        for (Block block : target.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && (inside.releases(call, key) || inside.mayReleaseInside(call, key, depth, seen))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether somewhere in this function the resource, or something that leads to it, is stored, returned, given to a callee
     * that cannot be seen, or is in the hands of a function that may release it later.
     */
    boolean givenAway(ResourceKey key) {
        return givenAway(key, 0, new HashSet<>());
    }

    private boolean givenAway(ResourceKey key, int depth, Set<Visit> seen) {
        if (nestedFunctionReleases(key, depth, seen)) {
            return true;
        }
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (givesAway(op, key, depth, seen)) {
                    return true;
                }
            }
            if (block.terminator() instanceof Terminator.Return end && leadsTo(end.value(), key)) {
                return true;
            }
        }
        return false;
    }

    private boolean givesAway(Op op, ResourceKey key, int depth, Set<Visit> seen) {
        if (op instanceof Op.FieldWrite write) {
            return leadsTo(write.value(), key) || functionReleases(write.value(), key, depth, seen);
        } else if (op instanceof Op.ArrayWrite write) {
            return leadsTo(write.value(), key) || functionReleases(write.value(), key, depth, seen);
        } else if (op instanceof Op.Assign assign) {
            return functionReleases(assign.value(), key, depth, seen);
        } else if (op instanceof Op.Call call) {
            boolean seesBody = facts.targets(call).stream().anyMatch(Function::hasBody);
            MethodModel model = facts.model(call);
            boolean harmless = seesBody || model.log() != null || model.acquires() != null || model.releases() != null;
            for (Operand argument : call.arguments()) {
                if (functionReleases(argument, key, depth, seen) || (!harmless && leadsTo(argument, key))) {
                    return true;
                }
            }
            return call.captured().stream().anyMatch(operand -> leadsTo(operand, key));
        }
        return false;
    }

    private boolean leadsTo(@Nullable Operand operand, ResourceKey key) {
        ResourceKey value = keys.of(operand);
        return value != null && !value.equals(ResourceKey.THIS) && key.startsWith(value);
    }

    /** Whether a lambda or method reference releases the resource when it runs. */
    private boolean functionReleases(@Nullable Operand operand, ResourceKey key, int depth, Set<Visit> seen) {
        if (!(operand instanceof Operand.FunctionRef ref)) {
            return false;
        }
        if (ref.isMethodReference()
                && soundsLikeRelease(ref.target().name())
                && ref.captured().stream().anyMatch(captured -> {
                    ResourceKey value = keys.of(captured);
                    return value != null && key.startsWith(value);
                })) {
            return true;
        }
        Function target = facts.function(ref.target());
        return target != null && nestedReleases(target, key, depth, seen);
    }

    /** Methods of anonymous and local classes that stand in this function. */
    private boolean nestedFunctionReleases(ResourceKey key, int depth, Set<Visit> seen) {
        for (Function nested : facts.nested(function)) {
            if (nestedReleases(nested, key, depth, seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean nestedReleases(Function nested, ResourceKey key, int depth, Set<Visit> seen) {
        ResourceKey inside = key.root() == null ? key : captured(nested, key);
        return inside != null
                && depth < MAX_DEPTH
                && seen.add(new Visit(nested, inside))
                && mayRelease(nested, inside, depth + 1, seen);
    }

    private static @Nullable ResourceKey captured(Function nested, ResourceKey key) {
        for (Variable variable : nested.variables()) {
            if (variable.kind() == Variable.Kind.CAPTURED
                    && key.root() != null
                    && variable.name().equals(key.root().name())) {
                return new ResourceKey(variable, key.path());
            }
        }
        return null;
    }
}
