package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test.InstanceOf;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionFlowTest {
    private static final String EXCEPTION = "java.lang.Exception";
    private static final String RUNTIME = "java.lang.RuntimeException";
    private static final String IO = "java.io.IOException";

    private final IrBuilder code = new IrBuilder("C", "m").declares(IrBuilder.INTERRUPTED);

    private static IrBuilder.Catch caught(IrBuilder.CatchBody body, String... types) {
        return new IrBuilder.Catch(List.of(types), body);
    }

    private static FunctionContext context(Lab lab, Function function) {
        return new FunctionContext(function, lab.facts(), lab.summaries());
    }

    /** The types that arrive at each catch clause, in the order of the blocks. */
    private static List<List<String>> arrivals(Function function) {
        FunctionContext context = context(new Lab(function), function);
        List<List<String>> found = new ArrayList<>();
        for (Block block : function.blocks()) {
            if (!block.ops().isEmpty()
                    && block.ops().get(0) instanceof Op.CatchEntry entry
                    && entry.clause().kind() == Handler.Kind.CATCH) {
                found.add(context.flow.arrivals(entry.clause()).stream()
                        .map(Delivery::type)
                        .toList());
            }
        }
        return found;
    }

    private static List<String> escapes(Function function) {
        return context(new Lab(function), function).flow.escapes().stream()
                .map(Delivery::type)
                .toList();
    }

    @Test
    void anEarlierClauseKeepsTheSignalFromTheBroadOne() {
        code.tryStatement(
                IrBuilder::await,
                List.of(caught((c, e) -> {}, IrBuilder.INTERRUPTED), caught((c, e) -> {}, EXCEPTION)),
                null);
        Function function = code.build();
        assertThat(arrivals(function)).containsExactly(List.of(IrBuilder.INTERRUPTED), List.of());
        assertThat(escapes(function)).isEmpty();
    }

    @Test
    void aUnionTakesWhatOneOfItsTypesTakes() {
        code.tryStatement(IrBuilder::await, List.of(caught((c, e) -> {}, IO, IrBuilder.INTERRUPTED)), null);
        assertThat(arrivals(code.build())).containsExactly(List.of(IrBuilder.INTERRUPTED));
    }

    @Test
    void aFinallyPassesTheSignalOn() {
        code.tryCatch(c -> c.tryFinally(IrBuilder::await, IrBuilder::log), EXCEPTION, (c, e) -> {});
        assertThat(arrivals(code.build())).containsExactly(List.of(IrBuilder.INTERRUPTED));
    }

    @Test
    void aFinallyThatReturnsDoesNot() {
        code.tryCatch(c -> c.tryFinally(IrBuilder::await, IrBuilder::returns), EXCEPTION, (c, e) -> {});
        Function function = code.build();
        assertThat(arrivals(function)).containsExactly(List.of());
        assertThat(escapes(function)).isEmpty();
    }

    @Test
    void twoFinalliesPassItOutOfTheFunction() {
        code.tryFinally(c -> c.tryFinally(IrBuilder::await, IrBuilder::log), IrBuilder::log);
        assertThat(escapes(code.build())).containsExactly(IrBuilder.INTERRUPTED);
    }

    @Test
    void whatAHandlerThrowsAgainGoesToTheHandlersAroundIt() {
        code.tryStatement(
                c -> c.tryCatch(IrBuilder::await, EXCEPTION, IrBuilder::rethrow),
                List.of(caught((c, e) -> {}, RUNTIME), caught((c, e) -> {}, IrBuilder.INTERRUPTED)),
                null);
        assertThat(arrivals(code.build()))
                .containsExactly(List.of(IrBuilder.INTERRUPTED), List.of(), List.of(IrBuilder.INTERRUPTED));
    }

    @Test
    void aCastLetsOnlyItsTypeThrough() {
        code.tryCatch(IrBuilder::await, EXCEPTION, (c, e) -> {
            Variable cast = c.local("cast", RUNTIME);
            c.op(new Op.Compute(new Span(90, 1, 90, 2), cast, "cast", List.of(new Operand.Local(e))));
            c.rethrow(cast);
        });
        assertThat(escapes(code.build())).isEmpty();
    }

    @Test
    void aCheckedExceptionLeavesOnlyIfDeclared() {
        IrBuilder undeclared = new IrBuilder("C", "quiet");
        IrBuilder.CatchBody guarded = (c, e) ->
                c.branch(new InstanceOf(new Operand.Local(e), RUNTIME), yes -> yes.rethrow(e), no -> no.log());
        undeclared.tryCatch(IrBuilder::await, EXCEPTION, guarded);
        assertThat(escapes(undeclared.build())).isEmpty();
        IrBuilder broad = new IrBuilder("C", "loud").declares(EXCEPTION);
        assertThat(escapes(broad.await().build())).containsExactly(IrBuilder.INTERRUPTED);
        IrBuilder sneaky = new IrBuilder("C", "sneaky").annotation("SneakyThrows");
        assertThat(escapes(sneaky.await().build())).containsExactly(IrBuilder.INTERRUPTED);
        IrBuilder lambda = new IrBuilder("C", "lambda$1").kind(Function.Kind.LAMBDA);
        assertThat(escapes(lambda.await().build())).containsExactly(IrBuilder.INTERRUPTED);
        IrBuilder unchecked = new IrBuilder("C", "cancelled");
        unchecked.throwNew("java.util.concurrent.CancellationException");
        assertThat(escapes(unchecked.build())).containsExactly("java.util.concurrent.CancellationException");
    }

    @Test
    void codeThatIsNeverReachedDeliversNothing() {
        code.tryCatch(c -> c.returns().await(), EXCEPTION, (c, e) -> {});
        assertThat(arrivals(code.build())).containsExactly(List.of());
    }

    @Test
    void aClauseThatNamesTheInterruptGetsItFromTheUnresolvedCall() {
        code.tryCatch(c -> c.unresolved("open").invoke("known"), IrBuilder.INTERRUPTED, (c, e) -> c.rethrow(e));
        Function function = code.build();
        FunctionContext context = context(new Lab(function), function);
        assertThat(arrivals(function)).containsExactly(List.of(IrBuilder.INTERRUPTED));
        assertThat(context.flow.escapes())
                .singleElement()
                .satisfies(d -> assertThat(d.by()).isEqualTo("open"));
    }

    @Test
    void aBroadClauseInfersNothing() {
        code.tryCatch(c -> c.unresolved("open"), EXCEPTION, (c, e) -> {});
        assertThat(arrivals(code.build())).containsExactly(List.of());
    }

    @Test
    void anInnerClauseKeepsItsCallFromTheInference() {
        code.tryCatch(
                c -> c.unresolved("outer").tryCatch(t -> t.unresolved("inner"), EXCEPTION, (h, e) -> h.log()),
                IrBuilder.INTERRUPTED,
                (c, e) -> c.rethrow(e));
        Function function = code.build();
        assertThat(context(new Lab(function), function).flow.escapes())
                .singleElement()
                .satisfies(d -> assertThat(d.by()).isEqualTo("outer"));
    }

    @Test
    void aProvedDeliveryReplacesAnUnprovedOneAllTheWay() {
        code.tryCatch(
                c -> {
                    MethodRef guessed = new MethodRef("lib.L", "maybe", List.of());
                    c.call(
                            new dev.heed.engine.ir.Callee(
                                    "maybe",
                                    "lib.L",
                                    List.of(guessed),
                                    List.of(IrBuilder.INTERRUPTED),
                                    "void",
                                    true,
                                    dev.heed.engine.ir.Confidence.GUESSED),
                            null,
                            List.of(),
                            false);
                    c.await();
                },
                IrBuilder.INTERRUPTED,
                (c, e) -> c.rethrow(e));
        Function function = code.build();
        assertThat(context(new Lab(function), function).flow.escapes())
                .singleElement()
                .satisfies(d -> assertThat(d.proved()).isTrue());
    }
}
