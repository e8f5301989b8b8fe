package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a failure from its handler to the ends: does it leave as a cancellation that is made up, on every path? */
final class MadeUpWalk implements PathWalk.Guide {
    private final FunctionContext context;
    private final Map<Span, Op.Call> made;
    private final PathWalk walk;
    private @Nullable Span thrown;
    private List<Event> events = List.of();
    private boolean spared;

    /**
     * Walks.
     *
     * @param made the statements that throw a cancellation, with what constructs it
     * @param type of the failure
     */
    MadeUpWalk(FunctionContext context, Map<Span, Op.Call> made, Block handler, Op.CatchEntry entry, String type) {
        this.context = context;
        this.made = made;
        walk = new PathWalk(context, this);
        State start = PathWalk.nothingKnown().hold(entry.variable(), new Held(type, Held.Kind.SIGNAL));
        walk.from(new PathWalk.Node(handler, 1, start, 0, null, List.of()));
        walk.run();
    }

    /** The statement that throws what is made up; null if the failure may leave otherwise, or a cancel is in play. */
    @Nullable
    Span thrown() {
        return spared || walk.exceeded() ? null : thrown;
    }

    List<Event> events() {
        return events;
    }

    /** Whether a call asks somebody to stop: then it is true that something is cancelled. */
    static boolean cancels(FunctionContext context, Op.Call call) {
        return context.calls.model(call).cancel() != null;
    }

    @Override
    public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
        if (op instanceof Op.Call call) {
            boolean touchesStatus = context.calls.statusEffect(call) != StatusEffect.NONE;
            boolean unknownHelper = call.callee().name().contains("nterrupt")
                    && context.calls.targets(call).isEmpty();
            if (touchesStatus || unknownHelper || cancels(context, call)) {
                spared = true;
                return null;
            }
        }
        return behind;
    }

    @Override
    public void returned(PathWalk.Node at, Terminator.Return end) {
        spared = true;
    }

    @Override
    public void thrown(PathWalk.Node at, Span span, String type) {
        if (!made.containsKey(span)) {
            spared = true;
        } else if (thrown == null) {
            thrown = span;
            events = new ArrayList<>(at.history());
        }
    }
}
