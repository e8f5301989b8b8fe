package dev.heed.frontend.java.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every function. */
public final class Invariants {
    private Invariants() {}

    public static void check(Function function) {
        List<Block> blocks = function.blocks();
        Set<Block> known = new HashSet<>(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            assertThat(block.id()).isEqualTo(i);
            assertThat(block.isTerminated()).as("%s in %s", block, function).isTrue();
            assertThat(known).containsAll(block.successors());
            for (Handler handler = block.handler(); handler != null; handler = handler.outer()) {
                assertThat(handler.clauses()).isNotEmpty();
                for (Handler.Clause clause : handler.clauses()) {
                    assertThat(known).contains(clause.target());
                    assertThat(clause.target().ops().get(0))
                            .isInstanceOfSatisfying(
                                    Op.CatchEntry.class,
                                    e -> assertThat(e.clause()).isSameAs(clause));
                }
            }
        }
        for (int i = 0; i < function.variables().size(); i++) {
            assertThat(function.variables().get(i).id()).isEqualTo(i);
        }
        assertThat(function.variables().subList(0, function.parameters().size()))
                .isEqualTo(function.parameters());
        assertThat(function.parameters()).allSatisfy(p -> assertThat(p.kind()).isEqualTo(Variable.Kind.PARAMETER));
        checkReachable(function);
    }

    private static void checkReachable(Function function) {
        if (!function.hasBody()) {
            return;
        }
        Set<Block> seen = new HashSet<>();
        Deque<Block> open = new ArrayDeque<>();
        open.add(function.entry());
        while (!open.isEmpty()) {
            Block block = open.pop();
            if (seen.add(block)) {
                open.addAll(block.successors());
                for (Handler handler = block.handler(); handler != null; handler = handler.outer()) {
                    handler.clauses().forEach(clause -> open.add(clause.target()));
                }
            }
        }
        assertThat(seen).as("all blocks of %s are reachable", function).hasSameSizeAs(function.blocks());
    }
}
