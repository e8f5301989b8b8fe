package dev.heed.engine.fate;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a function takes and gives back, and what a signal does to them on the way: delivered between the two, or
 * by the taking itself.
 */
public final class ResourcePaths {
    /** What is tracked: whoever leaks one of these makes others wait. */
    private static final Set<String> KINDS = Set.of("lock", "permit");

    /**
     * A signal that leaves the function while it holds a resource.
     *
     * @param acquire what takes the resource
     * @param kind a lock or a permit, as models name them
     * @param resource as the code names it
     * @param release the release that the signal skips
     * @param delivery the call that delivers it
     * @param exit where it leaves
     * @param thrown the type of the exception that leaves, or null if the function returns
     * @param events from behind the acquire to the exit
     */
    public record Leak(
            Op.Call acquire,
            String kind,
            String resource,
            Op.Call release,
            Delivery delivery,
            Span exit,
            @Nullable String thrown,
            List<Event> events) {
        public Leak {
            events = List.copyOf(events);
        }
    }

    /**
     * A release that runs although the signal came before the resource was held.
     *
     * @param acquire the call that is interrupted
     * @param block the block that it stands in
     * @param kind a lock or a permit, as models name them
     * @param resource as the code names it
     * @param release what is run all the same
     * @param delivery of the acquire
     * @param events from the acquire to the release
     */
    public record UnheldRelease(
            Op.Call acquire,
            Block block,
            String kind,
            String resource,
            Op.Call release,
            Delivery delivery,
            List<Event> events) {
        public UnheldRelease {
            events = List.copyOf(events);
        }
    }

    private final FunctionContext context;
    private final ProgramFacts facts;
    private final ResourceUses uses;
    private final List<AcquireSite> acquires;

    private ResourcePaths(FunctionContext context) {
        this.context = context;
        facts = context.facts;
        uses = new ResourceUses(context.function, facts, context.definitions);
        acquires = findAcquires();
    }

    /** The paths of the resources that a function takes. */
    public static ResourcePaths of(FunctionFates fates) {
        return new ResourcePaths(new FunctionContext(fates));
    }

    /** Whether there may be any: cheap. */
    public static boolean concerns(FunctionFates fates) {
        return fates.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call && isTracked(fates.calls(), call));
    }

    private static boolean isTracked(CallSemantics calls, Op.Call call) {
        ResourceEffect effect = calls.model(call).acquires();
        return effect != null && KINDS.contains(effect.resource());
    }

    private List<AcquireSite> findAcquires() {
        List<AcquireSite> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                if (block.ops().get(i) instanceof Op.Call call && isTracked(context.calls, call)) {
                    ResourceEffect effect =
                            Objects.requireNonNull(context.calls.model(call).acquires());
                    ResourceKey key = uses.key(call, effect);
                    if (key != null && !key.equals(ResourceKey.THIS) && !isOwnObject(key)) {
                        found.add(new AcquireSite(block, i, call, effect, key));
                    }
                }
            }
        }
        return found;
    }

    /** Whether a resource is made here: whoever has no access to it does not wait for it. */
    private boolean isOwnObject(ResourceKey key) {
        return key.root() != null
                && context.definitions.single(new Operand.Local(key.root())) instanceof Op.Call call
                && call.callee().isConstructor();
    }

    /** The leaks, at most one for each acquire, by the shortest path. */
    public List<Leak> leaks() {
        List<Leak> found = new ArrayList<>();
        for (AcquireSite acquire : acquires) {
            boolean conditional = acquire.effect().onlyIfTrue();
            if ((conditional && acquire.call().result() == null)
                    || uses.givenAway(acquire.key())
                    || entersHeld(acquire)
                    || callerReleases(acquire.key())) {
                continue;
            }
            Leak leak = new LeakWalk(context, uses, acquire).find();
            if (leak != null
                    && found.stream()
                            .noneMatch(l ->
                                    l.acquire().span().equals(leak.acquire().span()))) {
                found.add(leak);
            }
        }
        return found;
    }

    /** Whether a release can be reached without any acquire: then the function is called with the resource held. */
    private boolean entersHeld(AcquireSite acquire) {
        return reaches(context.function.entry(), 0, acquire.key(), null);
    }

    /**
     * Whether, from a point and without passing another acquire, control may reach a release, or (if a call is given) that
     * call without passing a release.
     */
    private boolean reaches(Block start, int index, ResourceKey key, Op.@Nullable Call goal) {
        Deque<Block> work = new ArrayDeque<>();
        Set<Block> seen = new HashSet<>();
        Block block = start;
        int from = index;
        while (block != null) {
            Boolean passed = scan(block, from, key, goal);
            if (Boolean.TRUE.equals(passed)) {
                return true;
            }
            List<Block> next = passed == null ? Loops.flow(block) : handlersBefore(block, from, key);
            next.stream().filter(seen::add).forEach(work::add);
            block = work.poll();
            from = 0;
        }
        return false;
    }

    /** True if the goal is in the block, false if the way ends in it, null if it goes on behind it. */
    private @Nullable Boolean scan(Block block, int from, ResourceKey key, Op.@Nullable Call goal) {
        for (Op op : block.ops().subList(from, block.ops().size())) {
            if (op instanceof Op.Call call) {
                if (call.equals(goal)) {
                    return true;
                } else if (uses.releases(call, key)) {
                    return goal == null;
                } else if (uses.acquires(call, key)) {
                    return false;
                }
            }
        }
        return null;
    }

    /** Where exceptions of the calls of a block up to, and with, its acquire go. */
    private List<Block> handlersBefore(Block block, int from, ResourceKey key) {
        List<Block> flow = new ArrayList<>(Loops.flow(block));
        flow.removeAll(block.successors());
        boolean throwing = block.ops().subList(from, block.ops().size()).stream()
                .filter(op -> op instanceof Op.Call)
                .map(op -> (Op.Call) op)
                .findFirst()
                .filter(call -> !uses.releases(call, key)
                        && (!uses.acquires(call, key)
                                || !context.calls.deliveries(call).isEmpty()))
                .isPresent();
        return throwing ? flow : List.of();
    }

    /** Whether a caller in the project releases the same field, perhaps in its own finally. */
    private boolean callerReleases(ResourceKey key) {
        if (key.root() != null) {
            return false;
        }
        for (CallSite site : facts.callers(context.function, ProgramFacts.Effect.RELEASES)) {
            ResourceUses there = new ResourceUses(site.caller(), facts, new Definitions(site.caller()));
            for (Block block : site.caller().blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call && there.releases(call, key)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The releases that run although the acquire was interrupted, one for each acquire. */
    public List<UnheldRelease> unheldReleases() {
        List<UnheldRelease> found = new ArrayList<>();
        for (AcquireSite acquire : acquires) {
            Delivery delivery = AcquireSite.delivery(context.calls, acquire.call());
            if (delivery == null || acquire.block().handler() == null || isHeldBefore(acquire)) {
                continue;
            }
            UnheldRelease release = new UnheldWalk(context, uses, acquire, delivery).find();
            if (release != null
                    && found.stream()
                            .noneMatch(r ->
                                    r.acquire().span().equals(release.acquire().span()))) {
                found.add(release);
            }
        }
        return found;
    }

    /** Whether another acquire of the same resource may still hold when this one is called. */
    private boolean isHeldBefore(AcquireSite acquire) {
        for (AcquireSite other : acquires) {
            if (other.key().equals(acquire.key())
                    && !other.call().equals(acquire.call())
                    && reaches(other.block(), other.index() + 1, acquire.key(), acquire.call())) {
                return true;
            }
        }
        return false;
    }
}
