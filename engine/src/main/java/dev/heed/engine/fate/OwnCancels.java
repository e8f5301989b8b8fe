package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.model.MethodModel.AwaitEffect;
import dev.heed.engine.model.MethodModel.CancelEffect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cancels that a function has asked for itself: it cancels a task, waits for it, and gets the task's cancel as the answer. What a
 * handler takes there is most likely not the cancel of its own task.
 */
public final class OwnCancels {
    private final FunctionFates fates;
    private final ResourceKeys keys;

    private OwnCancels(FunctionFates fates) {
        this.fates = fates;
        keys = new ResourceKeys(fates.facts(), fates.definitions());
    }

    /** Whether all that brings a signal are waits for tasks that the function has cancelled before, on some path at least. */
    public static boolean areAwaited(FunctionFates fates, SignalFates signal) {
        OwnCancels search = new OwnCancels(fates);
        return !signal.deliveries().isEmpty()
                && signal.deliveries().stream()
                        .allMatch(delivery -> delivery.call() != null && search.isCancelledBefore(delivery.call()));
    }

    private boolean isCancelledBefore(Op.Call wait) {
        AwaitEffect await = fates.calls().model(wait).await();
        Operand handle = await == null ? null : await.place().of(wait);
        ResourceKey task = handle == null ? null : keys.of(handle);
        if (task == null) {
            return false;
        }
        for (Block block : fates.function().blocks()) {
            List<Op> ops = block.ops();
            for (int i = 0; i < ops.size(); i++) {
                if (ops.get(i) instanceof Op.Call call
                        && cancels(call, task)
                        && (ops.subList(i + 1, ops.size()).contains(wait) || leadsTo(block, wait))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean cancels(Op.Call call, ResourceKey task) {
        CancelEffect effect = fates.calls().model(call).cancel();
        Operand cancelled = effect == null ? null : effect.place().of(call);
        return cancelled != null && task.equals(keys.of(cancelled));
    }

    /** Whether control may come from the end of a block to a call. */
    private static boolean leadsTo(Block from, Op.Call call) {
        Set<Block> seen = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>(from.successors());
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (seen.add(block)) {
                if (block.ops().contains(call)) {
                    return true;
                }
                work.addAll(block.successors());
            }
        }
        return false;
    }
}
