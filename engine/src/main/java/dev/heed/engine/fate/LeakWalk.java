package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From behind an acquire: to the releases, and over each signal on the way to its ends. */
final class LeakWalk implements PathWalk.Guide {
    private static final int HELD = 0;

    private final FunctionContext context;
    private final ResourceUses uses;
    private final AcquireSite acquire;
    private final PathWalk walk;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Integer> releasing = new HashSet<>();
    private final List<ResourcePaths.Leak> leaks = new ArrayList<>();
    private final List<Integer> leakPhases = new ArrayList<>();
    private Op.@Nullable Call release;
    private boolean returnsHeld;

    LeakWalk(FunctionContext context, ResourceUses uses, AcquireSite acquire) {
        this.context = context;
        this.uses = uses;
        this.acquire = acquire;
        walk = new PathWalk(context, this);
    }

    ResourcePaths.@Nullable Leak find() {
        State start = PathWalk.nothingKnown();
        if (acquire.effect().onlyIfTrue() && acquire.call().result() != null) {
            start = start.constant(acquire.call().result(), true);
        }
        walk.from(new PathWalk.Node(acquire.block(), acquire.index() + 1, start, HELD, null, List.of()));
        walk.run();
        if (walk.exceeded() || returnsHeld || release == null) {
            return null;
        }
        for (int i = 0; i < leaks.size(); i++) {
            if (!releasing.contains(leakPhases.get(i))) {
                return withRelease(leaks.get(i), release);
            }
        }
        return null;
    }

    private ResourcePaths.Leak withRelease(ResourcePaths.Leak leak, Op.Call skipped) {
        return new ResourcePaths.Leak(
                leak.acquire(),
                leak.kind(),
                leak.resource(),
                skipped,
                leak.delivery(),
                leak.exit(),
                leak.thrown(),
                leak.events());
    }

    @Override
    public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
        ResourceKey key = acquire.key();
        if (acquire.isReboundBy(op)) {
            releasing.add(at.phase());
            return null;
        }
        if (!(op instanceof Op.Call call)) {
            return behind;
        }
        if (uses.releases(call, key) || uses.mayReleaseInside(call, key)) {
            releasing.add(at.phase());
            if (at.phase() == HELD && release == null) {
                release = call;
            }
            return null;
        }
        if (uses.acquires(call, key)) {
            releasing.add(at.phase());
            return null;
        }
        if (at.phase() == HELD) {
            deliver(at, call);
        }
        return call.result() != null && uses.asksWhetherHeld(call, key) ? behind.constant(call.result(), true) : behind;
    }

    /** Each delivering call starts a phase of its own: its paths are judged together. */
    private void deliver(PathWalk.Node at, Op.Call call) {
        Delivery delivery = AcquireSite.delivery(context.calls, call);
        if (delivery != null) {
            int phase = deliveries.indexOf(delivery) + 1;
            if (phase == 0) {
                deliveries.add(delivery);
                phase = deliveries.size();
            }
            Event event =
                    new Event(Event.Kind.CALLED, call.span(), call, "'" + delivery.by() + "' throws when interrupted");
            walk.raise(at.inPhase(phase, event), call.span(), delivery.type());
        }
    }

    @Override
    public void returned(PathWalk.Node at, Terminator.Return end) {
        if (at.phase() == HELD) {
            returnsHeld = true;
            return;
        }
        add(at, end.span(), null);
    }

    @Override
    public void thrown(PathWalk.Node at, Span span, String type) {
        if (at.phase() != HELD) {
            add(at, span, type);
        }
    }

    private void add(PathWalk.Node at, Span exit, @Nullable String thrown) {
        leakPhases.add(at.phase());
        leaks.add(new ResourcePaths.Leak(
                acquire.call(),
                acquire.effect().resource(),
                acquire.key().display(),
                acquire.call(),
                deliveries.get(at.phase() - 1),
                exit,
                thrown,
                at.history()));
    }
}
