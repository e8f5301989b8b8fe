package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From an interrupted acquire: every path must come to the release, with no test of whether it is held. */
final class UnheldWalk implements PathWalk.Guide {
    private static final String UNLOCK_FAILURE = "java.lang.IllegalMonitorStateException";

    private final FunctionContext context;
    private final ResourceUses uses;
    private final AcquireSite acquire;
    private final Delivery delivery;
    private Op.@Nullable Call release;
    private List<Event> events = List.of();
    private boolean avoided;

    UnheldWalk(FunctionContext context, ResourceUses uses, AcquireSite acquire, Delivery delivery) {
        this.context = context;
        this.uses = uses;
        this.acquire = acquire;
        this.delivery = delivery;
    }

    ResourcePaths.@Nullable UnheldRelease find() {
        PathWalk walk = new PathWalk(context, this);
        PathWalk.Node start =
                new PathWalk.Node(acquire.block(), acquire.index(), PathWalk.nothingKnown(), 0, null, List.of());
        walk.raise(start, acquire.call().span(), delivery.type());
        walk.run();
        if (walk.exceeded() || avoided || release == null) {
            return null;
        }
        return new ResourcePaths.UnheldRelease(
                acquire.call(),
                acquire.block(),
                acquire.effect().resource(),
                acquire.key().display(),
                release,
                delivery,
                events);
    }

    @Override
    public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
        ResourceKey key = acquire.key();
        if (acquire.isReboundBy(op)) {
            avoided = true;
            return null;
        }
        if (!(op instanceof Op.Call call)) {
            return behind;
        }
        if (uses.releases(call, key)) {
            if (!sameAmount(call) || isExpectedToFail(at, call)) {
                avoided = true;
            } else if (release == null) {
                release = call;
                events = at.history();
            }
            return null;
        }
        if (uses.acquires(call, key) || uses.mayReleaseInside(call, key)) {
            avoided = true;
            return null;
        }
        return call.result() != null && uses.asksWhetherHeld(call, key)
                ? behind.constant(call.result(), false)
                : behind;
    }

    /** Whether the exception of an unlock without the lock is caught just around it: the code knows that it may come. */
    private boolean isExpectedToFail(PathWalk.Node at, Op.Call releasing) {
        if (!acquire.effect().resource().equals("lock")) {
            return false;
        }
        return Dispatch.of(UNLOCK_FAILURE, at.block().handler(), context.facts.hierarchy()).landings().stream()
                .map(Dispatch.Landing::clause)
                .anyMatch(clause -> clause.kind() == Handler.Kind.CATCH
                        && clause.statement().body().contains(releasing.span())
                        && !clause.statement().body().contains(acquire.call().span()));
    }

    /** Whether the release gives back what the acquire would have taken, and not what a variable counted. */
    private boolean sameAmount(Op.Call releasing) {
        return amount(acquire.call()).equals(amount(releasing));
    }

    private Object amount(Op.Call call) {
        if (!acquire.effect().resource().equals("permit") || call.arguments().isEmpty()) {
            return 1L;
        }
        // tryAcquire(timeout, unit) and tryAcquire(permits, timeout, unit): only the latter has a count.
        if (call.arguments().size() == 2) {
            return 1L;
        }
        Operand first = call.arguments().get(0);
        if (first instanceof Operand.Constant constant && constant.value() instanceof Number number) {
            return number.longValue();
        }
        ResourceKey key = uses.keys().of(first);
        boolean fixed = key != null
                && (key.root() == null
                        || context.definitions.of(key.root()).size()
                                <= (key.root().kind() == Variable.Kind.PARAMETER ? 0 : 1));
        return fixed && key != null ? key : new Object();
    }

    @Override
    public void returned(PathWalk.Node at, Terminator.Return end) {
        avoided = true;
    }

    @Override
    public void thrown(PathWalk.Node at, Span span, String type) {
        avoided = true;
    }
}
