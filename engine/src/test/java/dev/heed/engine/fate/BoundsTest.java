package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test.IsTrue;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions too large to be followed: the analysis ends, says so, and says the same each time. */
class BoundsTest {
    private final IrBuilder code = new IrBuilder("C", "m");

    /** n flags, each set or not, all asked later: 2^n ways through. */
    private Function manyWays(int flags) {
        List<Variable> all = new ArrayList<>();
        for (int i = 0; i < flags; i++) {
            Variable flag = code.local("flag" + i, "boolean");
            code.assign(flag, false);
            all.add(flag);
        }
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> {
            all.forEach(flag -> c.maybe(yes -> yes.assign(flag, true), no -> no.assign(flag, false)));
            all.forEach(flag -> c.ifFlag(flag, IrBuilder::log, no -> {}));
        });
        code.restore();
        return code.build();
    }

    @Test
    void tooManyWaysAreUnknown() {
        Function function = manyWays(40);
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.UNKNOWN);
    }

    @Test
    void fewWaysAreFollowed() {
        Function function = manyWays(6);
        assertThat(new Lab(function).fates(function)).containsExactly(Fate.RESTORED);
    }

    @Test
    void theSameComesOutEachTime() {
        Function function = manyWays(14);
        FunctionFates first = new Lab(function).analyze(function);
        FunctionFates second = new Lab(function).analyze(function);
        assertThat(first.signals().get(0).outcomes())
                .isEqualTo(second.signals().get(0).outcomes());
        assertThat(first.signals().get(0).said())
                .isEqualTo(second.signals().get(0).said());
    }

    @Test
    void aHelperWithTooManyWaysLeavesTheSignalUnknown() {
        IrBuilder helper = new IrBuilder("C", "helper");
        List<Variable> flags = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Variable flag = helper.local("flag" + i, "boolean");
            helper.maybe(yes -> yes.assign(flag, true), no -> no.assign(flag, false));
            flags.add(flag);
        }
        flags.forEach(flag -> helper.ifFlag(flag, IrBuilder::log, no -> {}));
        helper.restore();
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.callStatic(helper.ref(), List.of()));
        Function function = code.build();
        assertThat(new Lab(helper.build(), function).fates(function)).containsExactly(Fate.UNKNOWN);
    }

    @Test
    void manyGoodEndsDoNotHideABadOne() {
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> {
            for (int i = 0; i < 60; i++) {
                c.maybe(yes -> yes.restore().returns(), no -> {});
            }
        });
        Function function = code.build();
        assertThat(new Lab(function).fates(function)).containsExactlyInAnyOrder(Fate.RESTORED, Fate.LOST);
    }

    @Test
    void aHandlerThatLogsWithoutEndIsFollowedToItsEnd() {
        code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> {
            for (int i = 0; i < 20_000; i++) {
                c.log();
            }
        });
        Function function = code.build();
        FunctionFates fates = new Lab(function).analyze(function);
        assertThat(Lab.fates(fates.signals().get(0))).containsExactly(Fate.LOST);
        assertThat(fates.signals().get(0).said()).hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void manyHandlersInARow() {
        for (int i = 0; i < 400; i++) {
            code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.log());
        }
        Function function = code.build();
        assertThat(new Lab(function).analyze(function).signals())
                .hasSize(400)
                .allSatisfy(signal -> assertThat(Lab.fates(signal)).containsExactly(Fate.LOST));
    }

    @Test
    void helpersThatCallEachOtherEnd() {
        IrBuilder helper = new IrBuilder("C", "helper", "boolean");
        IsTrue test = new IsTrue(new Operand.Local(helper.parameter(0)));
        for (int i = 0; i < 6; i++) {
            boolean value = i % 2 == 0;
            helper.branch(
                    test, c -> c.callStatic(helper.ref(), List.of(new Operand.Constant(value))), IrBuilder::restore);
        }
        code.tryCatch(
                IrBuilder::await,
                IrBuilder.INTERRUPTED,
                (c, e) -> c.callStatic(helper.ref(), List.of(new Operand.Constant(true))));
        Function function = code.build();
        assertThat(new Lab(helper.build(), function).fates(function)).doesNotContain(Fate.LOST);
    }
}
