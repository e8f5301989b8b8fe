package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a {@code finally} leaves by a statement of its own, instead of letting on what was thrown (JLS 14.20.2). */
public final class FinallyJumps {
    private FinallyJumps() {}

    /**
     * The first statement in the text by which the copy of a {@code finally} for exceptions may be left: {@code return},
     * {@code throw}, or a {@code break} or {@code continue} to outside of it. Null if there is none.
     */
    public static @Nullable Span first(Handler.Clause clause) {
        Span body = clause.statement().finallyBody();
        if (clause.kind() != Handler.Kind.FINALLY || body == null) {
            return null;
        }
        Set<Block> copy = copy(clause, body);
        Span first = null;
        for (Block block : copy) {
            Span place = block.terminator().span();
            if (leaves(block, copy, body) && (first == null || place.compareTo(first) < 0)) {
                first = place;
            }
        }
        return first;
    }

    /** The blocks of the copy: what is reached from its start without leaving the text of the finally. */
    private static Set<Block> copy(Handler.Clause clause, Span body) {
        Set<Block> copy = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>();
        work.add(clause.target());
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (copy.add(block)) {
                block.successors().stream()
                        .filter(next -> isEnd(next) || isInside(next, body))
                        .forEach(work::add);
            }
        }
        return copy;
    }

    private static boolean isInside(Block block, Span body) {
        Span first = block.ops().isEmpty()
                ? block.terminator().span()
                : block.ops().get(0).span();
        return body.contains(first);
    }

    /** The end of such a copy throws on what came in; no text says so. */
    private static boolean isEnd(Block block) {
        return block.ops().isEmpty() && block.terminator() instanceof Terminator.Throw end && end.isImplicit();
    }

    private static boolean leaves(Block block, Set<Block> copy, Span body) {
        Terminator end = block.terminator();
        if (!body.contains(end.span())) {
            return false;
        }
        return end instanceof Terminator.Return
                || (end instanceof Terminator.Throw thrown && !thrown.isImplicit())
                || (end instanceof Terminator.Goto jump
                        && (jump.jump() == Terminator.Jump.BREAK || jump.jump() == Terminator.Jump.CONTINUE)
                        && !copy.contains(jump.target()));
    }
}
