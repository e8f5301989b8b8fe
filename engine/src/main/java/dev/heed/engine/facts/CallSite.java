package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;

/** A call and the function that it stands in. */
public record CallSite(Function caller, Op.Call call) {

    /** Tells it apart from others by its caller and its number in there. */
    String describe() {
        int number = 0;
        for (Block block : caller.blocks()) {
            for (Op op : block.ops()) {
                if (op == call) {
                    return caller + " " + number;
                }
                number++;
            }
        }
        throw new IllegalStateException("no call of " + caller + ": " + call);
    }
}
