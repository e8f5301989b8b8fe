package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Test;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pools that are told to interrupt their tasks only where these have ended already: the condition is the wrong way round. */
public final class LateStops {
    private static final String EXECUTOR_SERVICE = "java.util.concurrent.ExecutorService";

    /** A call of {@code shutdownNow()} that depends on {@code ended}, which has answered that all tasks are done. */
    public record LateStop(Op.Call stop, Op.Call ended) {}

    private final FunctionFates fates;
    private final ResourceKeys keys;

    private LateStops(FunctionFates fates) {
        this.fates = fates;
        keys = new ResourceKeys(fates.facts(), fates.definitions());
    }

    /** The calls in a function that come too late. */
    public static List<LateStop> of(FunctionFates fates) {
        List<LateStop> found = new ArrayList<>();
        List<Op.Call> stops = new ArrayList<>(0);
        for (Block block : fates.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && call.callee().name().equals("shutdownNow")) {
                    stops.add(call);
                    LateStop late = new LateStops(fates).late(block, call);
                    if (late != null) {
                        found.add(late);
                    }
                }
            }
        }
        return stops.stream().map(Op.Call::span).distinct().count() == 1 ? found : List.of();
    }

    private @Nullable LateStop late(Block block, Op.Call stop) {
        ResourceKey pool = keys.of(stop.receiver());
        Op.Call ended = null;
        for (Answers.Answer answer : Answers.leadingTo(block, fates.function())) {
            ended = answer.outcome() && answer.test() instanceof Test.IsTrue isTrue
                    ? asked(fates.definitions().single(isTrue.operand()), pool)
                    : null;
            if (ended == null) {
                return null;
            }
        }
        return ended == null ? null : new LateStop(stop, ended);
    }

    /** A question whether all tasks of the pool have ended, or null. */
    private Op.@Nullable Call asked(@Nullable Op op, @Nullable ResourceKey pool) {
        return op instanceof Op.Call call
                        && pool != null
                        && pool.equals(keys.of(call.receiver()))
                        && (call.callee().name().equals("awaitTermination")
                                || call.callee().name().equals("isTerminated"))
                        && call.callee().isResolved()
                        && fates.facts()
                                .hierarchy()
                                .isSubtype(call.callee().receiverType(), EXECUTOR_SERVICE)
                                .isYes()
                ? call
                : null;
    }
}
