package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loops that try something until it succeeds: a {@code try} behind whose success the loop is left on every path, and one of whose
 * handlers goes round for another attempt.
 */
public final class Retries {
    private final FunctionContext context;

    /**
     * A loop of attempts.
     *
     * @param head of the loop
     * @param attempt what is tried: the last call that does more than wait
     * @param isLeftByItsHead whether the loop's condition can end it: then there is code behind the loop
     */
    public record Retry(Block head, Op.Call attempt, boolean isLeftByItsHead) {}

    private Retries(FunctionFates fates) {
        context = new FunctionContext(fates);
    }

    /** The loop of attempts that is next around a handler, if it is in one. */
    public static Optional<Retry> around(FunctionFates fates, SignalFates signal) {
        Handler.Clause clause = signal.clause();
        if (signal.start() != SignalFates.Start.HANDLER || clause == null) {
            return Optional.empty();
        }
        Retries retries = new Retries(fates);
        Block head = retries.innermost(clause.target());
        return head == null ? Optional.empty() : retries.at(head, clause, signal.deliveries());
    }

    private @Nullable Block innermost(Block block) {
        List<Block> heads = context.loops.around(block);
        return heads.stream()
                .filter(head -> heads.stream().allMatch(other -> context.loops.contains(other, head)))
                .findFirst()
                .orElse(null);
    }

    private Optional<Retry> at(Block head, Handler.Clause taking, List<Delivery> deliveries) {
        return Stream.concat(Stream.of(taking), handlersIn(head))
                .map(clause -> attempt(head, clause, deliveries))
                .filter(Objects::nonNull)
                .findFirst()
                .map(attempt -> new Retry(head, attempt, isLeftByItsHead(head)));
    }

    private Stream<Handler.Clause> handlersIn(Block head) {
        return context.function.blocks().stream()
                .filter(block -> context.loops.contains(head, block))
                .flatMap(block -> block.ops().stream().limit(1))
                .filter(op -> op instanceof Op.CatchEntry)
                .map(op -> ((Op.CatchEntry) op).clause())
                .filter(clause -> clause.kind() == Handler.Kind.CATCH);
    }

    private boolean isLeftByItsHead(Block head) {
        return head.terminator() instanceof Terminator.Branch
                && head.successors().stream().anyMatch(next -> !context.loops.contains(head, next));
    }

    /**
     * What is tried under a clause, if the loop is left behind each call there that returns; null if nothing is tried.
     */
    private Op.@Nullable Call attempt(Block head, Handler.Clause clause, List<Delivery> deliveries) {
        Op.Call attempt = null;
        for (Block block : context.function.blocks()) {
            if (!isUnder(block.handler(), clause) || !context.loops.contains(head, clause.target())) {
                continue;
            }
            for (int i = 0; i < block.ops().size(); i++) {
                if (block.ops().get(i) instanceof Op.Call call && call.kind() != Op.CallKind.IMPLICIT_SUPPRESS) {
                    if (!new Success(head).isLeftBehind(block, i)) {
                        return null;
                    }
                    attempt = better(attempt, call, deliveries);
                }
            }
        }
        return attempt;
    }

    /** The last that does something, of those up to what was cancelled if there are some. */
    private Op.@Nullable Call better(Op.@Nullable Call known, Op.Call call, List<Delivery> deliveries) {
        if (!context.calls.doesSomething(call)) {
            return known;
        } else if (known == null) {
            return call;
        }
        Span cancelled = deliveries.get(0).span();
        boolean callCounts = call.span().compareTo(cancelled) <= 0;
        boolean knownCounts = known.span().compareTo(cancelled) <= 0;
        boolean isLater = known.span().compareTo(call.span()) < 0;
        return (callCounts == knownCounts ? isLater : callCounts) ? call : known;
    }

    private static boolean isUnder(@Nullable Handler innermost, Handler.Clause clause) {
        for (Handler handler = innermost; handler != null; handler = handler.outer()) {
            if (handler.clauses().contains(clause)) {
                return true;
            }
        }
        return false;
    }

    /** Follows the success of an attempt out of the loop. */
    private final class Success implements PathWalk.Guide {
        private final Block head;
        private boolean goesRound;
        private boolean leaves;

        Success(Block head) {
            this.head = head;
        }

        boolean isLeftBehind(Block block, int index) {
            PathWalk walk = new PathWalk(context, this);
            walk.from(new PathWalk.Node(block, index + 1, PathWalk.nothingKnown(), 0, null, new ArrayList<>(0)));
            walk.run();
            return leaves && !goesRound && !walk.exceeded();
        }

        @Override
        public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
            if (op instanceof Op.CatchEntry) {
                return null; // a failure is no success
            }
            if (!context.loops.contains(head, at.block())) {
                leaves = true;
                return null;
            }
            if (op instanceof Op.Call && !at.block().equals(head) && hasPassedHead(at)) {
                goesRound = true;
                return null;
            }
            return behind;
        }

        private boolean hasPassedHead(PathWalk.Node at) {
            for (PathWalk.Node node = at; node.parent() != null; node = node.parent()) {
                if (node.block().equals(head)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void returned(PathWalk.Node at, Terminator.Return end) {
            leaves = true;
        }

        @Override
        public void thrown(PathWalk.Node at, Span span, String type) {
            // A failure again.
        }
    }
}
