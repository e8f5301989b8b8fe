package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.types.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tests that find out that somebody cancelled a task: {@code cause instanceof CancellationException}. What is said behind
 * such a test, with no other condition in between, is said of a cancel.
 */
final class ExceptionTests {
    private final FunctionContext context;

    private ExceptionTests(FunctionContext context) {
        this.context = context;
    }

    static List<SignalFates> of(FunctionContext context) {
        ExceptionTests tests = new ExceptionTests(context);
        List<SignalFates> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            if (block.terminator() instanceof Terminator.Branch branch
                    && branch.test() instanceof Test.InstanceOf test
                    && tests.isOutcome(test.type())) {
                List<List<Event>> said = tests.said(branch.ifTrue());
                if (!said.isEmpty()) {
                    found.add(tests.signal(branch.span(), test.type(), said));
                }
            }
        }
        return found;
    }

    private boolean isOutcome(String type) {
        TypeModel model = context.facts.models().type(type, context.facts.hierarchy());
        return model != null && model.signal() == Signal.OUTCOME;
    }

    private List<List<Event>> said(Block start) {
        List<List<Event>> said = new ArrayList<>();
        Set<Block> seen = new HashSet<>();
        Block block = start;
        while (seen.add(block)) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    if (context.calls.model(call).log() != null) {
                        said.add(List.of(new Event(Event.Kind.LOGGED, call.span(), call, "it is logged")));
                    } else if (isException(call)) {
                        String type = Types.simpleName(call.callee().receiverType());
                        said.add(List.of(
                                new Event(Event.Kind.CREATED, call.span(), call, "'" + type + "' is made for it")));
                    }
                }
            }
            if (!(block.terminator() instanceof Terminator.Goto jump)) {
                break;
            }
            block = jump.target();
        }
        return said;
    }

    private boolean isException(Op.Call call) {
        return call.callee().isConstructor()
                && context.facts.hierarchy().isSubtype(call.callee().receiverType(), "java.lang.Throwable")
                        == Truth.YES;
    }

    private SignalFates signal(Span place, String type, List<List<Event>> said) {
        Delivery delivery = new Delivery(
                type,
                Signal.OUTCOME,
                true,
                place,
                Types.simpleName(type),
                null,
                context.function.file(),
                place,
                Escape.Traits.NONE);
        return new SignalFates(
                SignalFates.Start.TESTED, null, place, Signal.OUTCOME, type, true, List.of(delivery), List.of(), said);
    }
}
