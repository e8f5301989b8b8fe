package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.Signal;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which calls of a function clean up, and what is left out when one of them gives up. */
final class CleanupPlaces {
    /** How methods are called that give something back, or end something. */
    private static final Pattern GIVES_BACK =
            Pattern.compile("(close|release|unlock|shut|stop|destroy|dispose|rollback|abort|clean|terminate|disconnect"
                    + "|free|delete|deregister|unregister|unsubscribe|leave|giveBack|handBack|end|finish|flush|commit|quit|remove)"
                    + "([A-Z_0-9].*|up|down|ing)?");

    /** Put into a queue or pool: what it was borrowed from, perhaps. */
    private static final Pattern PUTS = Pattern.compile("(put|offer|add|transfer|return)([A-Z].*)?");

    private static final String CLOSED_BY_INTERRUPT = "java.nio.channels.ClosedByInterruptException";

    /** What cleans up. */
    enum Where {
        FINALLY,
        CLOSE,
        HANDLER
    }

    /**
     * A piece of cleanup.
     *
     * @param body from brace to brace; null for the implicit {@code close()} of a resource
     */
    record Cleanup(Where where, @Nullable Span body) {}

    private final FunctionContext context;

    CleanupPlaces(FunctionContext context) {
        this.context = context;
    }

    /**
     * The cleanup that a call belongs to; null if it is none, or if that cleanup is where the signal came up.
     *
     * @param origin where the signal is caught, thrown, or seen
     * @param handler the clause that caught it, or null
     */
    @Nullable
    Cleanup around(Op.Call call, Span origin, Handler.@Nullable CatchText handler) {
        if (!surelyGivesUp(call)) {
            return null;
        } else if (call.kind() == Op.CallKind.IMPLICIT_CLOSE) {
            return new Cleanup(Where.CLOSE, null);
        }
        Span body = finallyAround(call.span());
        if (body != null) {
            return !body.contains(origin) && (matters(call) || skippedBy(call, body) != null)
                    ? new Cleanup(Where.FINALLY, body)
                    : null;
        }
        return handler != null && handler.body().contains(call.span()) && givesBack(call)
                ? new Cleanup(Where.HANDLER, handler.body())
                : null;
    }

    /**
     * Whether it is known for sure that a call gives up with the status set. Not asked of channels, which an interrupt closes
     * in any case, and of a library's own {@code close()} that may wait: it gives back what it has, whatever comes.
     */
    private boolean surelyGivesUp(Op.Call call) {
        List<Delivery> interrupts = context.calls.deliveries(call).stream()
                .filter(delivery -> delivery.proved() && delivery.signal() == Signal.INTERRUPT)
                .toList();
        boolean isChannel = !interrupts.isEmpty()
                && interrupts.stream().allMatch(delivery -> delivery.type().equals(CLOSED_BY_INTERRUPT));
        boolean isOfLibrary = context.calls.model(call).releases() != null
                && context.calls.reaction(call) == MethodModel.OnInterrupt.THROWS_IF_WAITING
                && context.calls.targets(call).stream().noneMatch(Function::hasBody);
        return !isChannel
                && !isOfLibrary
                && (!interrupts.isEmpty()
                        || context.calls.model(call).onInterrupt() != MethodModel.OnInterrupt.UNSPECIFIED);
    }

    private @Nullable Span finallyAround(Span place) {
        Span innermost = null;
        for (Block block : context.function.blocks()) {
            if (!block.ops().isEmpty() && block.ops().get(0) instanceof Op.CatchEntry entry) {
                Span body = entry.clause().statement().finallyBody();
                if (body != null && body.contains(place) && (innermost == null || innermost.contains(body))) {
                    innermost = body;
                }
            }
        }
        return innermost;
    }

    /** Whether anybody loses when a call in a finally gives up: not for a pause, or for something that is taken there. */
    private boolean matters(Op.Call call) {
        return givesBack(call)
                || PUTS.matcher(call.callee().name()).matches()
                || context.calls.targets(call).stream().anyMatch(Function::hasBody);
    }

    boolean givesBack(Op.Call call) {
        MethodModel model = context.calls.model(call);
        return model.releases() != null
                || model.await() != null
                || GIVES_BACK.matcher(call.callee().name()).matches();
    }

    /**
     * Whether a call only waits for the end of something, and the cleanup itself catches the interrupt of that wait: it is
     * prepared to leave earlier.
     */
    boolean isPrepared(Op.Call aborted, @Nullable Span body) {
        if (body == null || context.calls.model(aborted).await() == null) {
            return false;
        }
        for (Block block : context.function.blocks()) {
            if (block.ops().contains(aborted)) {
                List<Dispatch.Landing> landings = Dispatch.of(
                                CallSemantics.INTERRUPTED_EXCEPTION, block.handler(), context.facts.hierarchy())
                        .landings();
                Handler.CatchText text =
                        landings.isEmpty() ? null : landings.get(0).clause().text();
                return text != null && body.contains(text.clause());
            }
        }
        return false;
    }

    /** A call that gives something back, and that is reached only if the one before it in the cleanup does not throw; or null. */
    Op.@Nullable Call skippedBy(Op.Call aborted, @Nullable Span body) {
        if (body == null) {
            return null;
        }
        for (Block block : context.function.blocks()) {
            int index = block.ops().indexOf(aborted);
            if (index >= 0) {
                Map<Span, Op.Call> after = releases(block, index + 1, body);
                Map<Span, Op.Call> otherwise = new LinkedHashMap<>();
                for (Dispatch.Landing landing : Dispatch.of(
                                CallSemantics.INTERRUPTED_EXCEPTION, block.handler(), context.facts.hierarchy())
                        .landings()) {
                    otherwise.putAll(releases(landing.clause().target(), 0, body));
                }
                for (Map.Entry<Span, Op.Call> release : after.entrySet()) {
                    boolean isSame = release.getValue()
                                    .callee()
                                    .name()
                                    .equals(aborted.callee().name())
                            && Objects.equals(release.getValue().receiver(), aborted.receiver());
                    if (!isSame && !otherwise.containsKey(release.getKey())) {
                        return release.getValue();
                    }
                }
                return null;
            }
        }
        return null;
    }

    /** The calls in a span that give something back and may be reached from a point, in the order in which they are found. */
    private Map<Span, Op.Call> releases(Block start, int from, Span body) {
        Map<Span, Op.Call> found = new LinkedHashMap<>();
        Set<Block> seen = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>();
        collect(start, from, body, found);
        // Behind the aborted call its own exception edges are another matter.
        work.addAll(from == 0 ? Loops.flow(start) : start.successors());
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (seen.add(block)) {
                collect(block, 0, body, found);
                work.addAll(Loops.flow(block));
            }
        }
        return found;
    }

    private void collect(Block block, int from, Span body, Map<Span, Op.Call> found) {
        for (Op op : block.ops().subList(from, block.ops().size())) {
            if (op instanceof Op.Call call
                    && body.contains(call.span())
                    && context.calls.model(call).log() == null
                    && context.calls.model(call).await() == null
                    && givesBack(call)) {
                found.putIfAbsent(call.span(), call);
            }
        }
    }
}
