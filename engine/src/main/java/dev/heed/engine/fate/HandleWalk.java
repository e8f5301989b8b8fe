package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Place;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a wait for a task, from the function's entry, over one exception of the wait, to the ends: who stops the task on the
 * way?
 */
final class HandleWalk implements PathWalk.Guide {
    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final Set<String> ASKS_WHETHER_DONE = Set.of("isDone", "isCancelled");

    /** Words in the names of methods that may end a task in another way than through its handle. */
    private static final List<String> STOP_WORDS = List.of(
            "cancel",
            "close",
            "stop",
            "destroy",
            "shutdown",
            "kill",
            "abort",
            "interrupt",
            "dispose",
            "terminate",
            "halt",
            "disconnect",
            "cleanup");

    /** A wait for a task. */
    record Wait(Block block, int index, Op.Call call, Op.Call spawn, HandleUses uses) {}

    private final FunctionContext context;
    private final Wait wait;
    private final String exception;
    private final String what;
    private final ResourceKeys keys;
    private final @Nullable ResourceKey pool;
    private final PathWalk walk;
    private boolean reached;
    private boolean cancels;
    private boolean stopped;
    private boolean abandoned;
    private @Nullable Span exit;
    private @Nullable String thrownType;
    private List<Event> events = List.of();

    private HandleWalk(FunctionContext context, Wait wait, String exception, String what) {
        this.context = context;
        this.wait = wait;
        this.exception = exception;
        this.what = what;
        keys = new ResourceKeys(context.facts, context.definitions);
        pool = keys.of(wait.spawn().receiver());
        walk = new PathWalk(context, this);
    }

    /** What becomes of the task if the wait throws; null if that could not be followed. */
    static FuturePaths.@Nullable Branch follow(FunctionContext context, Wait wait, String exception, String what) {
        HandleWalk fromEntry = new HandleWalk(context, wait, exception, what);
        fromEntry.walk.from(
                new PathWalk.Node(context.function.entry(), 0, PathWalk.nothingKnown(), BEFORE, null, List.of()));
        fromEntry.walk.run();
        if (fromEntry.walk.exceeded()) {
            return null;
        } else if (fromEntry.reached) {
            return fromEntry.branch();
        }
        // The wait stands in a handler that normal control flow does not come to.
        HandleWalk fromWait = new HandleWalk(context, wait, exception, what);
        State state = PathWalk.nothingKnown();
        for (Variable alias : wait.uses().aliases()) {
            state = state.hold(alias, task(alias));
        }
        fromWait.interruptWait(new PathWalk.Node(wait.block(), wait.index(), state, BEFORE, null, List.of()));
        fromWait.walk.run();
        return fromWait.walk.exceeded() ? null : fromWait.branch();
    }

    private FuturePaths.Branch branch() {
        Handler.Clause clause = null;
        Dispatch dispatch = Dispatch.of(exception, wait.block().handler(), context.facts.hierarchy());
        for (Dispatch.Landing landing : dispatch.landings()) {
            if (landing.clause().kind() == Handler.Kind.CATCH) {
                clause = landing.clause();
                break;
            }
        }
        return new FuturePaths.Branch(clause, cancels, stopped, abandoned, exit, thrownType, events);
    }

    /** The handle, which is not null once the task has been started. */
    private static Held task(Variable variable) {
        return new Held(variable.type(), Held.Kind.REPLACEMENT);
    }

    private void interruptWait(PathWalk.Node at) {
        reached = true;
        Event event = new Event(Event.Kind.CALLED, wait.call().span(), wait.call(), what);
        walk.raise(at.inPhase(AFTER, event), wait.call().span(), exception);
    }

    @Override
    public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
        if (!(op instanceof Op.Call call)) {
            return behind;
        }
        if (at.phase() == BEFORE) {
            if (call.equals(wait.call())) {
                interruptWait(at);
            }
            Variable result = call.result();
            boolean isHandle = call.equals(wait.spawn())
                    || (wait.uses().isHandle(call.receiver()) && HandleOrigins.isStage(context.facts, call));
            return isHandle && result != null ? behind.hold(result, task(result)) : behind;
        }
        if (call.equals(wait.spawn())) {
            abandon(at, call.span(), null, "the next task is started");
            return null;
        }
        if (cancelsTask(call)) {
            cancels = true;
            stopped = true;
            return null;
        } else if (mayStop(call)) {
            stopped = true;
            return null;
        } else if (awaitsAgain(call)) {
            return null;
        }
        Variable result = call.result();
        if (result != null
                && wait.uses().isHandle(call.receiver())
                && ASKS_WHETHER_DONE.contains(call.callee().name())) {
            return behind.constant(result, false);
        }
        return behind;
    }

    private boolean cancelsTask(Op.Call call) {
        MethodModel model = context.calls.model(call);
        if (model.cancel() != null && (wait.uses().isHandle(call.receiver()) || isPool(call))) {
            return true;
        }
        for (Function target : context.calls.targets(call)) {
            for (int i = 0;
                    i < call.arguments().size() && i < target.parameters().size();
                    i++) {
                if (wait.uses().isHandle(call.arguments().get(i))
                        && HandleUses.cancels(target, target.parameters().get(i), context, 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPool(Op.Call call) {
        return pool != null && !pool.equals(ResourceKey.THIS) && pool.equals(keys.of(call.receiver()));
    }

    private boolean mayStop(Op.Call call) {
        if (context.calls.statusEffect(call) != StatusEffect.NONE || call.kind() == Op.CallKind.IMPLICIT_SUPPRESS) {
            return false;
        }
        String name = call.callee().name().toLowerCase(Locale.ROOT);
        return context.calls.stopsOther(call)
                || (!name.startsWith("is") && STOP_WORDS.stream().anyMatch(name::contains));
    }

    private boolean awaitsAgain(Op.Call call) {
        MethodModel.AwaitEffect await = context.calls.model(call).await();
        return await != null
                && await.place().equals(Place.RECEIVER)
                && (wait.uses().isHandle(call.receiver()) || isPool(call));
    }

    private void abandon(PathWalk.Node at, Span place, @Nullable String type, String text) {
        if (!abandoned) {
            abandoned = true;
            exit = place;
            thrownType = type;
            events = new java.util.ArrayList<>(at.history());
            events.add(new Event(type == null ? Event.Kind.RETURNED : Event.Kind.THROWN, place, null, text));
        }
    }

    @Override
    public void returned(PathWalk.Node at, Terminator.Return end) {
        if (at.phase() == AFTER) {
            abandon(at, end.span(), null, "'" + context.function.displayName() + "' returns, and the task still runs");
        }
    }

    @Override
    public void thrown(PathWalk.Node at, Span span, String type) {
        if (at.phase() == AFTER) {
            abandon(at, span, type, "'" + Types.simpleName(type) + "' leaves, and the task still runs");
        }
    }
}
