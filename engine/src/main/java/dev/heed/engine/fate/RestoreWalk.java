package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows an exception that is no interrupt from its handler to the ends: is the interrupt status set on every path, by the
 * handler itself, and does somebody suffer from it?
 */
final class RestoreWalk implements PathWalk.Guide {
    private static final int BEFORE = 0;
    private static final int AFTER = 1;

    /** The call that sets the status, with the path to it. */
    record Reached(Op.Call call, List<Event> events) {}

    private final FunctionContext context;
    private final Handler.CatchText text;
    private final PathWalk walk;
    private @Nullable Reached reached;
    private boolean spared;
    private boolean polled;
    private boolean waits;

    private RestoreWalk(FunctionContext context, Handler.CatchText text) {
        this.context = context;
        this.text = text;
        walk = new PathWalk(context, this);
    }

    /**
     * The call that sets the status for an exception of a type; null if some path goes without, if somebody reads the status
     * afterwards, or if the work ends there.
     *
     * @param endsWork whether the end of the function is the end of what its thread does
     */
    static @Nullable Reached follow(
            FunctionContext context, Block handler, Op.CatchEntry entry, String type, boolean endsWork) {
        Handler.CatchText text = entry.clause().text();
        if (text == null) {
            return null;
        }
        RestoreWalk follower = new RestoreWalk(context, text);
        State start = PathWalk.nothingKnown().hold(entry.variable(), new Held(type, Held.Kind.SIGNAL));
        follower.walk.from(new PathWalk.Node(handler, 1, start, BEFORE, null, List.of()));
        follower.walk.run();
        boolean harmless = follower.spared || follower.polled || (endsWork && !follower.waits);
        return follower.walk.exceeded() || harmless ? null : follower.reached;
    }

    @Override
    public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
        if (!(op instanceof Op.Call call)) {
            return behind;
        }
        StatusEffect effect = context.calls.statusEffect(call);
        if (effect == StatusEffect.POLLS || effect == StatusEffect.POLLS_AND_CLEARS) {
            polled |= at.phase() == AFTER;
        } else if (effect == StatusEffect.RESTORES
                && at.phase() == BEFORE
                && text.body().contains(call.span())) {
            Event event = new Event(Event.Kind.RESTORED, call.span(), call, "the interrupt status is set all the same");
            PathWalk.Node set = at.inPhase(AFTER, event);
            if (reached == null) {
                reached = new Reached(call, set.history());
            }
            walk.from(new PathWalk.Node(at.block(), at.index() + 1, behind, AFTER, at.parent(), set.events()));
            return null;
        } else if (at.phase() == AFTER && context.calls.mayWait(call)) {
            waits = true;
        }
        return behind;
    }

    @Override
    public void returned(PathWalk.Node at, Terminator.Return end) {
        spared |= at.phase() == BEFORE;
    }

    @Override
    public void thrown(PathWalk.Node at, Span span, String type) {
        spared |= at.phase() == BEFORE;
    }
}
