package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.facts.TaskBodies;
import dev.heed.engine.facts.TaskBodies.Started;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.Blocks;
import dev.heed.engine.model.MethodModel.CancelEffect;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work that is cancelled and not awaited, before what it uses is closed. */
public final class EarlyCloses {
    /** Types whose {@code close()} is how a thread is woken that waits in them, and the streams that may stand on them. */
    private static final List<String> WAKES = List.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.nio.channels.SelectableChannel",
            "java.nio.channels.AsynchronousChannel",
            "java.nio.channels.Selector",
            "java.nio.file.WatchService",
            "java.io.InputStream",
            "java.io.Reader",
            "java.lang.Process",
            "java.util.Scanner");

    private static final Set<String> STOPS = Set.of("shutdown", "shutdownNow", "cancel", "interrupt");

    /**
     * A resource that is closed under a task.
     *
     * @param cancel the call that asks the task to stop
     * @param close the call that closes what it uses
     * @param resource as the code names it
     * @param use where the task uses it; null where the resource is what runs the task
     * @param useIn the function with that use
     * @param events from the cancel to the close
     */
    public record EarlyClose(
            Op.Call cancel,
            Op.Call close,
            String resource,
            Op.@Nullable Call use,
            @Nullable Function useIn,
            List<Event> events) {
        public EarlyClose {
            events = List.copyOf(events);
        }
    }

    private final FunctionContext context;
    private final ProgramFacts facts;
    private final ResourceKeys keys;
    private final TaskBodies bodies;

    private EarlyCloses(FunctionFates fates) {
        context = new FunctionContext(fates);
        facts = fates.facts();
        keys = new ResourceKeys(facts, context.definitions);
        bodies = new TaskBodies(facts);
    }

    /** Whether a function may close something behind a cancel: cheap. */
    public static boolean concerns(FunctionFates fates) {
        boolean cancels = false;
        boolean closes = false;
        for (Block block : fates.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    cancels |= cancelled(fates.calls(), call) != null;
                    closes |= closed(fates.calls(), call) != null;
                }
            }
        }
        return cancels && closes;
    }

    /** The value that a call asks to stop, or null. */
    private static @Nullable Operand cancelled(CallSemantics calls, Op.Call call) {
        CancelEffect effect = calls.model(call).cancel();
        if (effect == null
                || call.callee().confidence() == Confidence.UNRESOLVED
                || calls.model(call).await() != null
                || calls.statusEffect(call) != MethodModel.StatusEffect.NONE) {
            return null;
        }
        return effect.place().of(call);
    }

    /** The value that a call closes, or null. */
    private static @Nullable Operand closed(CallSemantics calls, Op.Call call) {
        ResourceEffect effect = calls.model(call).releases();
        if (effect != null && effect.resource().equals("closeable")) {
            return effect.place().of(call);
        }
        boolean isClose =
                call.callee().name().equals("close") && call.arguments().isEmpty();
        return isClose || call.kind() == Op.CallKind.IMPLICIT_CLOSE ? call.receiver() : null;
    }

    /** The early closes of a function, one for each cancel. */
    public static List<EarlyClose> of(FunctionFates fates) {
        EarlyCloses search = new EarlyCloses(fates);
        List<EarlyClose> found = new ArrayList<>();
        for (Block block : fates.function().blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                if (block.ops().get(i) instanceof Op.Call call
                        && found.stream()
                                .noneMatch(early -> early.cancel().span().equals(call.span()))) {
                    Operand handle = cancelled(fates.calls(), call);
                    EarlyClose early = handle == null ? null : search.behind(block, i, call, handle);
                    if (early != null) {
                        found.add(early);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable EarlyClose behind(Block block, int index, Op.Call cancel, Operand handle) {
        List<Started> started = bodies.of(context.function, context.definitions, handle);
        ResourceKey pool = keys.of(handle);
        if (started.isEmpty() || pool == null || isAwaitedBefore(pool, cancel)) {
            return null;
        }
        Walk walk = new Walk(cancel, pool, started);
        PathWalk paths = new PathWalk(context, walk);
        paths.from(new PathWalk.Node(block, index + 1, PathWalk.nothingKnown(), 0, null, List.of()));
        paths.run();
        return paths.exceeded() ? null : walk.found;
    }

    /**
     * Whether the function has given a pool its time already: then it was asked to end, and this is the last resort. A future
     * whose time is up has not ended.
     */
    private boolean isAwaitedBefore(ResourceKey handle, Op.Call cancel) {
        return context.function.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call
                        && !call.equals(cancel)
                        && awaits(call, handle)
                        && !call.callee().name().equals("get")
                        && call.span().compareTo(cancel.span()) < 0);
    }

    private boolean awaits(Op.Call call, ResourceKey handle) {
        MethodModel.AwaitEffect await = context.calls.model(call).await();
        if (await == null) {
            return false;
        }
        Operand awaited = await.place().of(call);
        return awaited != null && handle.equals(keys.of(awaited));
    }

    /** From behind a cancel to the first close of something that the work uses. */
    private final class Walk implements PathWalk.Guide {
        private final Op.Call cancel;
        private final ResourceKey handle;
        private final List<Started> started;
        private @Nullable EarlyClose found;

        Walk(Op.Call cancel, ResourceKey handle, List<Started> started) {
            this.cancel = cancel;
            this.handle = handle;
            this.started = started;
        }

        @Override
        public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
            if (!(op instanceof Op.Call call)) {
                return behind;
            }
            if (found != null || mayAwait(call)) {
                return null;
            }
            Operand resource = closed(context.calls, call);
            if (resource != null && !handle.equals(keys.of(resource))) {
                found = closedUnder(at, call, resource);
            }
            return found == null ? behind : null;
        }

        /** Whether a call may wait for the end of the work, in whatever way. */
        private boolean mayAwait(Op.Call call) {
            MethodModel model = context.calls.model(call);
            if (model.await() != null || model.blocks() == Blocks.YES || context.calls.mayWait(call)) {
                return true;
            }
            boolean isGiven = call.arguments().stream().anyMatch(argument -> handle.equals(keys.of(argument)));
            String name = call.callee().name().toLowerCase(Locale.ROOT);
            boolean sounds = name.contains("await") || name.contains("join") || name.contains("wait");
            return (isGiven || sounds) && !STOPS.contains(call.callee().name());
        }

        private @Nullable EarlyClose closedUnder(PathWalk.Node at, Op.Call close, Operand resource) {
            String type = close.callee().receiverType();
            if (isWaker(resource.type()) || (call(resource) == null && isWaker(type))) {
                return null;
            }
            ResourceKey closed = keys.of(resource);
            List<Event> events = at.history();
            for (Started task : started) {
                if (closed != null
                        && task.in().equals(context.function)
                        && closed.equals(keys.of(task.spawn().receiver()))) {
                    return new EarlyClose(cancel, close, closed.display(), null, null, events);
                }
                TaskUses uses = new TaskUses(facts, context.calls, task.body());
                TaskUses.Use use = use(uses, task, resource);
                if (use != null && uses.heedsInterrupts()) {
                    String name = closed == null ? "it" : closed.display();
                    return new EarlyClose(cancel, close, name, use.call(), use.in(), events);
                }
            }
            return null;
        }

        private Op.@Nullable Call call(Operand resource) {
            return context.definitions.single(resource) instanceof Op.Call call ? call : null;
        }

        private TaskUses.@Nullable Use use(TaskUses uses, Started task, Operand resource) {
            if (context.definitions.single(resource) instanceof Op.FieldRead read
                    && (read.object() == null || read.object() instanceof Operand.This)) {
                return uses.ofField(read.field().toString());
            }
            Variable variable = resource.variableOrNull();
            return variable != null && task.in().equals(context.function) ? uses.ofCaptured(variable) : null;
        }

        @Override
        public void returned(PathWalk.Node at, Terminator.Return end) {
            // Nothing was closed on this path.
        }

        @Override
        public void thrown(PathWalk.Node at, Span span, String type) {
            // Nothing was closed on this path.
        }
    }

    private boolean isWaker(String type) {
        return WAKES.stream()
                .anyMatch(wakes -> facts.hierarchy().isSubtype(type, wakes).isYes());
    }
}
