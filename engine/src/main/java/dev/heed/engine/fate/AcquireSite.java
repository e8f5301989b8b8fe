package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.model.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A call that takes a resource.
 *
 * @param index of the call in its block
 */
record AcquireSite(Block block, int index, Op.Call call, ResourceEffect effect, ResourceKey key) {

    /** The interrupt or cancel that a call surely may deliver, or null. */
    static @Nullable Delivery delivery(CallSemantics calls, Op.Call call) {
        for (Delivery delivery : calls.deliveries(call)) {
            if (delivery.proved() && delivery.signal() != Signal.OUTCOME) {
                return delivery;
            }
        }
        return null;
    }

    /** Whether an operation makes the key stand for something else. */
    boolean isReboundBy(Op op) {
        return (key.root() != null && key.root().equals(Definitions.target(op)))
                || (op instanceof Op.FieldWrite write
                        && key.path().contains(write.field().toString()));
    }
}
