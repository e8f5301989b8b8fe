package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.model.MethodModel.SpawnEffect;
import dev.heed.engine.model.Place;
import dev.heed.engine.source.Span;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tasks whose class cancels others of their kind, and that it can cancel no more: their handle was overwritten, never kept, or
 * taken out of a map.
 */
public final class LostHandles {
    /** How functions are called that run again and again during the life of an object. */
    private static final Pattern RUNS_AGAIN = Pattern.compile(
            "on[A-Z].*|re(schedule|start|set|try|fresh|new|connect|load)([A-Z].*)?|(update|handle|set)[A-Z].*");

    /** Callbacks that come once in the life of what they belong to: a subscription, a request, a connection. */
    private static final Pattern COMES_ONCE = Pattern.compile(
            "on(Subscri|Item|Fail|Error|Complet|Success|Terminat|Start|Init|Open|Creat|Ready|Attach|Connect).*");

    private static final Set<String> PERIODIC = Set.of("scheduleAtFixedRate", "scheduleWithFixedDelay", "setPeriodic");
    private static final Set<String> STOPS_POOL = Set.of("shutdown", "shutdownNow", "close", "destroy", "stop");
    private static final Set<String> TAKES = Set.of("remove", "get", "put", "replace");

    /** How a handle is lost. */
    public enum How {
        OVERWRITTEN,
        DROPPED,
        REMOVED
    }

    /**
     * A task that nobody can cancel any more.
     *
     * @param place where its handle is lost
     * @param name of the field that holds the handle, the map of handles, or the handle of the sibling
     * @param cancelled where the class cancels what is in that field
     */
    public record Lost(How how, Span place, String name, CallSite cancelled) {}

    private final ProgramFacts facts;
    private final Function function;
    private final Definitions definitions;

    public LostHandles(ProgramFacts facts, Function function, Definitions definitions) {
        this.facts = facts;
        this.function = function;
        this.definitions = definitions;
    }

    /** What a function loses. */
    public List<Lost> find() {
        List<Lost> found = new ArrayList<>();
        boolean isOrdinary =
                function.kind() == Function.Kind.METHOD && facts.roles(function).isEmpty();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                Lost lost = null;
                if (op instanceof Op.FieldWrite write && isOrdinary) {
                    lost = overwritten(write);
                } else if (op instanceof Op.Call call && call.isStatement()) {
                    lost = PERIODIC.contains(call.callee().name())
                            ? dropped(call)
                            : call.callee().name().equals("remove") && isOrdinary ? removed(call) : null;
                }
                if (lost != null) {
                    found.add(lost);
                }
            }
        }
        return found;
    }

    private boolean startsTask(@Nullable Op op) {
        if (!(op instanceof Op.Call call)) {
            return false;
        }
        SpawnEffect spawns = facts.model(call).spawns();
        return spawns != null && spawns.where() == SpawnEffect.Where.SCHEDULE && Place.RESULT.equals(spawns.handle());
    }

    // ---- overwritten ----

    private @Nullable Lost overwritten(Op.FieldWrite write) {
        FieldRef field = write.field();
        String name = function.ref().name();
        if (!RUNS_AGAIN.matcher(name).matches()
                || COMES_ONCE.matcher(name).matches()
                || !startsTask(definitions.single(write.value()))
                || reads(function, field)
                || (!handlesEvents() && runsInTask())
                || ownCalls(function).stream().anyMatch(callee -> reads(callee, field))
                || facts.callers(function).stream().anyMatch(site -> reads(site.caller(), field))) {
            return null;
        }
        CallSite cancelled = cancelOf(field);
        return cancelled == null || cancelled.caller().equals(function)
                ? null
                : new Lost(How.OVERWRITTEN, write.span(), field.name(), cancelled);
    }

    /** Whether others call the function whenever something happens. */
    private boolean handlesEvents() {
        return function.ref().name().startsWith("on") && !function.modifiers().contains(Function.Modifier.PRIVATE);
    }

    /** Whether a task calls the function: then the task before is the one that runs, and over soon. */
    private boolean runsInTask() {
        return facts.callers(function).stream()
                .anyMatch(site -> site.caller().kind() == Function.Kind.LAMBDA
                        || facts.roles(site.caller()).stream().anyMatch(Role::endsWork));
    }

    private List<Function> ownCalls(Function from) {
        List<Function> found = new ArrayList<>();
        for (Block block : from.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && call.receiver() instanceof Operand.This) {
                    found.addAll(facts.targets(call));
                }
            }
        }
        return found;
    }

    private static boolean reads(Function function, FieldRef field) {
        return function.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.FieldRead read && read.field().equals(field));
    }

    /** Where the file cancels what is in a field, or what it takes out of it. */
    private @Nullable CallSite cancelOf(FieldRef field) {
        for (Function other : facts.usingIn(function.file(), field.name())) {
            if (!reads(other, field)) {
                continue;
            }
            Definitions there = new Definitions(other);
            for (Block block : other.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call
                            && call.receiver() != null
                            && (facts.model(call).cancel() != null
                                    || call.callee().name().equals("cancel"))
                            && leadsTo(call.receiver(), field, there)) {
                        return new CallSite(other, call);
                    }
                }
            }
        }
        return null;
    }

    private static boolean leadsTo(Operand operand, FieldRef field, Definitions there) {
        Op source = there.single(operand);
        if (source instanceof Op.Call call
                && call.receiver() != null
                && TAKES.contains(call.callee().name())) {
            source = there.single(call.receiver());
        }
        return source instanceof Op.FieldRead read && read.field().equals(field);
    }

    // ---- dropped ----

    private @Nullable Lost dropped(Op.Call call) {
        FieldRef pool = startsTask(call) ? field(call.receiver(), definitions) : null;
        if (pool == null || stopsPool(pool)) {
            return null;
        }
        for (Function other : facts.mentioningIn(function.file(), Words.of(PERIODIC))) {
            Definitions there = new Definitions(other);
            for (Block block : other.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.FieldWrite write
                            && there.single(write.value()) instanceof Op.Call sibling
                            && PERIODIC.contains(sibling.callee().name())
                            && pool.equals(field(sibling.receiver(), there))) {
                        CallSite cancelled = cancelOf(write.field());
                        if (cancelled != null) {
                            return new Lost(
                                    How.DROPPED, call.span(), write.field().name(), cancelled);
                        }
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable FieldRef field(@Nullable Operand operand, Definitions there) {
        return operand != null && there.single(operand) instanceof Op.FieldRead read ? read.field() : null;
    }

    /** Whether the file stops the pool itself: then its periodic tasks end, too. */
    private boolean stopsPool(FieldRef pool) {
        for (Function other : facts.usingIn(function.file(), pool.name())) {
            if (reads(other, pool)) {
                Definitions there = new Definitions(other);
                for (Block block : other.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call
                                && (isStopOf(call, pool, there)
                                        || call.arguments().stream()
                                                .anyMatch(argument -> pool.equals(field(argument, there))))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean isStopOf(Op.Call call, FieldRef pool, Definitions there) {
        return STOPS_POOL.contains(call.callee().name()) && pool.equals(field(call.receiver(), there));
    }

    // ---- removed ----

    private @Nullable Lost removed(Op.Call call) {
        FieldRef map = field(call.receiver(), definitions);
        boolean cancelsHere = function.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call other
                        && other.callee()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("cancel"));
        if (map == null || call.arguments().isEmpty() || cancelsHere || runsInTask() || !holdsTasks(map)) {
            return null;
        }
        CallSite cancelled = cancelOf(map);
        return cancelled == null ? null : new Lost(How.REMOVED, call.span(), map.name(), cancelled);
    }

    /** Whether the file puts handles of tasks that it starts into a map. */
    private boolean holdsTasks(FieldRef map) {
        for (Function other : facts.usingIn(function.file(), map.name())) {
            if (reads(other, map)) {
                Definitions there = new Definitions(other);
                for (Block block : other.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call
                                && call.callee().name().startsWith("put")
                                && call.arguments().size() == 2
                                && map.equals(field(call.receiver(), there))
                                && startsTask(there.single(call.arguments().get(1)))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
