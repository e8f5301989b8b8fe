package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Implementations of {@code Future.cancel(boolean)} that interrupt the thread of the task though they are asked not to. */
public final class IgnoredFlags implements PathWalk.Guide {
    private static final String FUTURE = "java.util.concurrent.Future";

    /**
     * An interrupt that was not asked for.
     *
     * @param interrupt the call in {@code cancel}: {@code interrupt()}, or a helper that does it
     * @param flag the parameter that forbids it
     */
    public record Unasked(Op.Call interrupt, Variable flag) {}

    private final FunctionContext context;
    private final PathWalk walk;
    private Op.@Nullable Call found;

    private IgnoredFlags(FunctionContext context) {
        this.context = context;
        walk = new PathWalk(context, this);
    }

    /** The first interrupt that a function sends where its parameter is false; null if there is none. */
    public static @Nullable Unasked of(FunctionFates fates) {
        Function function = fates.function();
        boolean isCancel = function.ref().name().equals("cancel")
                && function.ref().parameterTypes().equals(List.of("boolean"))
                && !function.isStatic()
                && fates.facts()
                        .hierarchy()
                        .isSubtype(function.ref().owner(), FUTURE)
                        .isYes();
        if (!isCancel || function.parameters().isEmpty() || isKept(function)) {
            return null;
        }
        Variable flag = function.parameters().get(0);
        IgnoredFlags guide = new IgnoredFlags(new FunctionContext(fates));
        State start = PathWalk.nothingKnown().constant(flag, false);
        guide.walk.from(new PathWalk.Node(function.entry(), 0, start, 0, null, List.of()));
        guide.walk.run();
        return guide.found == null || guide.walk.exceeded() ? null : new Unasked(guide.found, flag);
    }

    /** Whether the parameter is combined or stored: then a test of something else may stand for it. */
    private static boolean isKept(Function function) {
        Variable flag = function.parameters().get(0);
        return function.blocks().stream().flatMap(block -> block.ops().stream()).anyMatch(op -> {
            if (op instanceof Op.Assign assign) {
                return isFlag(assign.value(), flag);
            } else if (op instanceof Op.FieldWrite write) {
                return isFlag(write.value(), flag);
            }
            return op instanceof Op.Compute compute
                    && compute.operands().stream().anyMatch(operand -> isFlag(operand, flag));
        });
    }

    private static boolean isFlag(Operand operand, Variable flag) {
        return flag.equals(operand.variableOrNull());
    }

    @Override
    public @Nullable State pass(PathWalk.Node at, Op op, State behind) {
        if (found == null && op instanceof Op.Call call && interrupts(call)) {
            found = call;
        }
        return behind;
    }

    private boolean interrupts(Op.Call call) {
        if (isInterrupt(call)) {
            return context.calls.stopsOther(call);
        }
        // A helper that is not told of the parameter, and interrupts whatever happens.
        List<Function> targets = context.calls.targets(call);
        return call.arguments().isEmpty()
                && targets.size() == 1
                && targets.get(0).hasBody()
                && targets.get(0).file().equals(context.function.file())
                && entryInterrupts(targets.get(0));
    }

    private boolean entryInterrupts(Function helper) {
        for (Block block : helper.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && isInterrupt(call)
                        && context.facts.model(call).cancel() != null
                        && call.receiver() instanceof Operand.Local) {
                    return helper.blocks().stream()
                            .noneMatch(other -> other.ops().stream()
                                    .anyMatch(o -> o instanceof Op.Call c
                                            && c.callee().name().equals("currentThread")));
                }
            }
        }
        return false;
    }

    private static boolean isInterrupt(Op.Call call) {
        return call.callee().name().equals("interrupt") && call.arguments().isEmpty();
    }

    @Override
    public void returned(PathWalk.Node at, Terminator.Return end) {
        // All that counts is what was passed on the way.
    }

    @Override
    public void thrown(PathWalk.Node at, Span span, String type) {
        // As above.
    }
}
