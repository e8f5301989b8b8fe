package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test.IsTrue;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.Summary;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Summaries of functions, and what calling them does to a signal. */
class HelpersTest {
    private final IrBuilder code = new IrBuilder("C", "m");

    private Function handlerCalls(MethodRef helper, Operand... arguments) {
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.callStatic(helper, List.of(arguments)));
        return code.build();
    }

    private static List<String> types(Summary summary) {
        return summary.escapes().stream().map(Escape::type).toList();
    }

    @Test
    void aHelperThatRestores() {
        Function helper = new IrBuilder("C", "helper").restore().build();
        Function function = handlerCalls(helper.ref());
        Lab lab = new Lab(helper, function);
        assertThat(lab.summary(helper).touchesStatus()).isTrue();
        assertThat(lab.fates(function)).containsExactly(Fate.RESTORED);
    }

    @Test
    void aHelperOfAHelperOfAHelperThatRestoresIsNoLoss() {
        List<Function> chain = new ArrayList<>();
        chain.add(new IrBuilder("C", "h0").restore().build());
        for (int i = 1; i < 8; i++) {
            MethodRef next = chain.get(i - 1).ref();
            chain.add(new IrBuilder("C", "h" + i).callStatic(next, List.of()).build());
            Function function = new IrBuilder("C", "m" + i)
                    .tryCatch(
                            IrBuilder::await,
                            IrBuilder.INTERRUPTED,
                            (c, e) -> c.callStatic(chain.get(chain.size() - 1).ref(), List.of()))
                    .build();
            List<Function> all = new ArrayList<>(chain);
            all.add(function);
            assertThat(new Lab(all.toArray(Function[]::new)).fates(function))
                    .as("through %d helpers", i + 1)
                    .doesNotContain(Fate.LOST)
                    .hasSize(1);
        }
    }

    @Test
    void aHelperThatAlwaysThrows() {
        IrBuilder made = new IrBuilder("C", "fail");
        made.throwNew("java.lang.IllegalStateException");
        Function helper = made.build();
        Function function = handlerCalls(helper.ref());
        Lab lab = new Lab(helper, function);
        assertThat(lab.summary(helper).returns()).isFalse();
        assertThat(lab.summary(helper).throwsWhenItDoesNotReturn()).containsExactly("java.lang.IllegalStateException");
        assertThat(lab.fates(function)).containsExactly(Fate.CONVERTED);
    }

    @Test
    void aHelperThatThrowsForThisArgument() {
        IrBuilder made = new IrBuilder("C", "failIf", "boolean");
        made.restore();
        made.branch(
                new IsTrue(new Operand.Local(made.parameter(0))),
                c -> c.throwNew("java.lang.IllegalStateException"),
                c -> {});
        Function helper = made.build();
        Function function = handlerCalls(helper.ref(), new Operand.Constant(true));
        assertThat(new Lab(helper, function).fates(function)).containsExactly(Fate.RESTORED);
        assertThat(new Lab(helper, function).analyze(function).signals().get(0).outcomes())
                .allSatisfy(o -> assertThat(o.thrownType()).isEqualTo("java.lang.IllegalStateException"));
    }

    @Test
    void aHelperThatEndsTheProcess() {
        IrBuilder made = new IrBuilder("C", "die");
        made.call(
                IrBuilder.callee(new MethodRef("java.lang.System", "exit", List.of("int")), "void", true),
                null,
                List.of(new Operand.Constant(1)),
                false);
        Function helper = made.build();
        Function function = handlerCalls(helper.ref());
        Lab lab = new Lab(helper, function);
        assertThat(lab.summary(helper).returns()).isFalse();
        assertThat(lab.fates(function)).containsExactly(Fate.FINISHED);
    }

    @Test
    void aHelperThatThrowsTheSignalAgain() {
        IrBuilder made = new IrBuilder("C", "again", IrBuilder.INTERRUPTED).declares(IrBuilder.INTERRUPTED);
        made.rethrow(made.parameter(0));
        Function helper = made.build();
        code.declares(IrBuilder.INTERRUPTED);
        code.tryCatch(
                IrBuilder::await,
                IrBuilder.INTERRUPTED,
                (c, e) -> c.callStatic(helper.ref(), List.of(new Operand.Local(e)), IrBuilder.INTERRUPTED));
        Function function = code.build();
        assertThat(new Lab(helper, function).fates(function)).containsExactly(Fate.PROPAGATED);
    }

    /** A virtual call that one implementation answers by restoring, and another by doing nothing. */
    @Test
    void everyImplementationCounts() {
        IrBuilder base = new IrBuilder("Base", "handle").overridable();
        Function declared = base.modifier(Function.Modifier.ABSTRACT).build();
        Function restores = new IrBuilder("Restores", "handle")
                .overrides(base.ref())
                .restore()
                .build();
        Function nothing =
                new IrBuilder("Nothing", "handle").overrides(base.ref()).log().build();
        IrBuilder throwing = new IrBuilder("Throws", "handle").overrides(base.ref());
        throwing.throwNew("java.lang.IllegalStateException");
        Callee callee =
                new Callee("handle", "Base", List.of(base.ref()), List.of(), "void", false, Confidence.RESOLVED);
        code.tryCatch(
                IrBuilder::await,
                IrBuilder.INTERRUPTED,
                (c, e) -> c.call(callee, new Operand.Unknown("Base"), List.of(), false));
        Function function = code.build();
        Lab lab = new Lab(declared, restores, nothing, throwing.build(), function)
                .type("Base", null)
                .type("Restores", "Base")
                .type("Nothing", "Base")
                .type("Throws", "Base");
        assertThat(lab.fates(function)).contains(Fate.RESTORED, Fate.LOST);
    }

    @Test
    void whatDirectRecursionDeliversIsKnown() {
        IrBuilder made = new IrBuilder("C", "again").declares(IrBuilder.INTERRUPTED);
        made.maybe(c -> c.callStatic(made.ref(), List.of()), IrBuilder::await);
        Function function = made.build();
        assertThat(types(new Lab(function).summary(function))).containsExactly(IrBuilder.INTERRUPTED);
        assertThat(new Lab(function).summary(function).waits()).isTrue();
    }

    @Test
    void aFunctionThatOnlyCallsItselfNeverReturns() {
        IrBuilder made = new IrBuilder("C", "forever");
        made.loop(c -> c.callStatic(made.ref(), List.of()));
        Function function = made.build();
        assertThat(new Lab(function).summary(function).returns()).isFalse();
    }

    /** Functions in a ring, the wait at one place of it: all deliver. */
    @Test
    void aRingOfCallsDeliversAllAround() {
        int size = 40;
        for (int where : new int[] {0, 1, 20, 39}) {
            Function[] ring = new Function[size];
            for (int i = 0; i < size; i++) {
                // Two ways round, so that no order of the functions suits both.
                MethodRef next = new MethodRef("C", "f" + (i + 1) % size, List.of());
                MethodRef far = new MethodRef("C", "f" + (i + 7) % size, List.of());
                IrBuilder made = new IrBuilder("C", "f" + i).declares(IrBuilder.INTERRUPTED);
                made.maybe(c -> c.callStatic(next, List.of()), c -> c.callStatic(far, List.of()));
                if (i == where) {
                    made.await();
                }
                ring[i] = made.build();
            }
            Lab lab = new Lab(ring);
            for (Function function : ring) {
                assertThat(types(lab.summary(function)))
                        .as("%s, wait in f%d", function, where)
                        .containsExactly(IrBuilder.INTERRUPTED);
            }
        }
    }

    /** Calls that lead against the order in which summaries are made need one round each. */
    @Test
    void aFactTravelsAgainstTheOrderOfTheRing() {
        int size = 30;
        Function[] ring = new Function[size];
        for (int i = 0; i < size; i++) {
            IrBuilder made = new IrBuilder("C", "f" + i).declares(IrBuilder.INTERRUPTED);
            MethodRef first = new MethodRef("C", "f0", List.of());
            MethodRef next = new MethodRef("C", "f" + (i + 1), List.of());
            MethodRef before = new MethodRef("C", "f" + (i - 1), List.of());
            if (i + 1 < size) {
                made.maybe(c -> c.callStatic(next, List.of()), c -> {});
            } else {
                made.maybe(c -> c.callStatic(first, List.of()), c -> {});
            }
            if (i > 0) {
                made.maybe(c -> c.callStatic(before, List.of()), c -> {});
            } else {
                made.await();
            }
            ring[i] = made.build();
        }
        Lab lab = new Lab(ring);
        assertThat(ring).allSatisfy(f -> assertThat(lab.summary(f).waits()).isTrue());
    }

    @Test
    void aProjectOfDeepCallsNeedsNoStack() {
        int depth = 100_000;
        Function[] chain = new Function[depth];
        for (int i = 0; i < depth; i++) {
            IrBuilder made = new IrBuilder("C", "f" + i).declares(IrBuilder.INTERRUPTED);
            if (i + 1 < depth) {
                made.callStatic(new MethodRef("C", "f" + (i + 1), List.of()), List.of());
            } else {
                made.await();
            }
            chain[i] = made.build();
        }
        Lab lab = new Lab(chain);
        List<List<Function>> order = CallOrderTest.components(new CallOrder(chain[0], lab.facts(), f -> false, 0));
        assertThat(order).hasSize(depth);
        assertThat(order.get(0)).containsExactly(chain[depth - 1]);
        assertThat(order.get(depth - 1)).containsExactly(chain[0]);
        assertThat(types(lab.summary(chain[0]))).containsExactly(IrBuilder.INTERRUPTED);
    }

    @Test
    void functionsThatCallEachOtherAreOneComponent() {
        MethodRef b = new MethodRef("C", "b", List.of());
        IrBuilder a = new IrBuilder("C", "a").callStatic(b, List.of());
        IrBuilder back = new IrBuilder("C", "b").callStatic(a.ref(), List.of());
        Function leaf = new IrBuilder("C", "leaf").build();
        back.callStatic(leaf.ref(), List.of());
        Function first = a.build();
        Lab lab = new Lab(first, back.build(), leaf);
        List<List<Function>> order = CallOrderTest.components(new CallOrder(first, lab.facts(), f -> false, 0));
        assertThat(order).hasSize(2);
        assertThat(order.get(0)).containsExactly(leaf);
        assertThat(order.get(1)).extracting(f -> f.ref().name()).containsExactlyInAnyOrder("a", "b");
    }
}
