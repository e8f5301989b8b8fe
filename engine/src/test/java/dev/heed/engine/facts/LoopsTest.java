package dev.heed.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.testing.IrBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private final IrBuilder code = new IrBuilder("C", "m");

    private static Block catchBlock(Function function) {
        return function.blocks().stream()
                .filter(b -> !b.ops().isEmpty()
                        && b.ops().get(0) instanceof Op.CatchEntry entry
                        && entry.clause().kind() == Handler.Kind.CATCH)
                .findFirst()
                .orElseThrow();
    }

    private static List<Block> heads(Function function) {
        return function.blocks().stream().filter(Block::isLoopHead).toList();
    }

    @Test
    void aHandlerThatGoesOnBelongsToTheLoop() {
        code.loop(c -> c.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (h, e) -> h.log()));
        Function function = code.build();
        Loops loops = new Loops(function);
        assertThat(loops.around(catchBlock(function))).isEqualTo(heads(function));
    }

    @Test
    void aHandlerThatLeavesDoesNot() {
        code.loop(c -> c.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (h, e) -> h.breakLoop()));
        Function function = code.build();
        assertThat(new Loops(function).around(catchBlock(function))).isEmpty();
    }

    @Test
    void aHandlerAroundTheLoopDoesNot() {
        code.tryCatch(c -> c.loop(IrBuilder::await), IrBuilder.INTERRUPTED, (h, e) -> h.log());
        Function function = code.build();
        Loops loops = new Loops(function);
        assertThat(loops.around(catchBlock(function))).isEmpty();
        assertThat(loops.around(heads(function).get(0))).hasSize(1);
    }

    @Test
    void aHandlerThatJumpsToTheOuterLoopBelongsToThatOnly() {
        code.loop(c -> c.tryCatch(t -> t.loop(IrBuilder::await), IrBuilder.INTERRUPTED, (h, e) -> h.continueLoop()));
        Function function = code.build();
        Loops loops = new Loops(function);
        List<Block> heads = heads(function);
        assertThat(heads).hasSize(2);
        assertThat(loops.around(catchBlock(function))).containsExactly(heads.get(0));
        assertThat(loops.contains(heads.get(0), heads.get(1))).isTrue();
        assertThat(loops.contains(heads.get(1), heads.get(0))).isFalse();
    }

    @Test
    void aLoopThatNeverComesRoundIsNone() {
        code.loop(IrBuilder::returns);
        Function function = code.build();
        assertThat(new Loops(function).around(heads(function).get(0))).isEmpty();
    }

    @Test
    void codeThatIsNeverReachedIsInNoLoop() {
        code.returns();
        code.loop(IrBuilder::await);
        Function function = code.build();
        assertThat(new Loops(function).around(heads(function).get(0))).isEmpty();
    }

    @Test
    void tenThousandLoopsInARowAreFound() {
        for (int i = 0; i < 10_000; i++) {
            code.loop(new dev.heed.engine.ir.Test.Opaque(null), IrBuilder::await);
        }
        Function function = code.build();
        Loops loops = new Loops(function);
        assertThat(heads(function)).hasSize(10_000).allMatch(head -> loops.contains(head, head));
    }

    @Test
    void deepNestingNeedsNoStack() {
        nest(600);
        Function function = code.build();
        Block innermost = heads(function).get(599);
        assertThat(new Loops(function).around(innermost)).hasSize(600);
    }

    private void nest(int depth) {
        if (depth > 0) {
            code.loop(new dev.heed.engine.ir.Test.Opaque(null), c -> nest(depth - 1));
        }
    }
}
