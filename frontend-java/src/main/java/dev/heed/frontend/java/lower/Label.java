package dev.heed.frontend.java.lower;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import org.jspecify.annotations.Nullable;

/** A place that is jumped to, perhaps before it is known where it is. It gets a block with the first jump. */
final class Label {
    private final @Nullable Handler handler;
    private @Nullable Block block;

    Label(@Nullable Handler handler) {
        this.handler = handler;
    }

    @Nullable
    Handler handler() {
        return handler;
    }

    /** Null as long as nothing jumps here. */
    @Nullable
    Block block() {
        return block;
    }

    void setBlock(Block block) {
        this.block = block;
    }
}
