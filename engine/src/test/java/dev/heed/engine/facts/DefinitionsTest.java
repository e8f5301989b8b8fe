package dev.heed.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.testing.IrBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private final IrBuilder code = new IrBuilder("C", "m", IrBuilder.THREAD);

    private static Operand local(Variable variable) {
        return new Operand.Local(variable);
    }

    @Test
    void aCopyLeadsBackToItsOnlySource() {
        Variable made = code.make("java.lang.Error");
        Variable copy = code.local("copy", "java.lang.Error");
        code.copy(copy, made);
        Definitions definitions = new Definitions(code.build());
        assertThat(definitions.single(local(copy))).isInstanceOf(Op.Call.class);
        assertThat(definitions.sources(local(copy))).containsExactly(definitions.single(local(made)));
    }

    @Test
    void twoAssignmentsAreNoSingleSource() {
        Variable value = code.local("value", "boolean");
        code.assign(value, true).assign(value, false);
        Definitions definitions = new Definitions(code.build());
        assertThat(definitions.single(local(value))).isNull();
        assertThat(definitions.sources(local(value)))
                .containsExactly(new Operand.Constant(true), new Operand.Constant(false));
    }

    @Test
    void aParameterThatIsAssignedAlsoHasTheValueItCameWith() {
        Variable parameter = code.parameter(0);
        Variable made = code.make(IrBuilder.THREAD);
        code.maybe(c -> c.copy(parameter, made), c -> {});
        Definitions definitions = new Definitions(code.build());
        assertThat(definitions.sources(local(parameter))).hasSize(2).contains(local(parameter));
        assertThat(definitions.single(local(parameter))).isNull();
    }

    @Test
    void copiesInACircleEnd() {
        Variable a = code.local("a", "?");
        Variable b = code.local("b", "?");
        code.copy(a, b).copy(b, a);
        Definitions definitions = new Definitions(code.build());
        assertThat(definitions.single(local(a))).isNull();
        assertThat(definitions.sources(local(a))).isEmpty();
    }

    @Test
    void aChainTooLongToFollowIsASourceOfItsOwn() {
        Variable last = code.make("java.lang.Error");
        for (int i = 0; i < 40; i++) {
            Variable next = code.local("v" + i, "java.lang.Error");
            code.copy(next, last);
            last = next;
        }
        Function function = code.build();
        assertThat(new Definitions(function).sources(local(last))).hasSize(1);
        assertThat(new Definitions(function).single(local(last))).isNull();
        assertThat(List.copyOf(new Definitions(function).of(last))).hasSize(1);
    }
}
