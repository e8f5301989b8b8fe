package dev.heed.frontend.java.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
    private final SharedValues values = new SharedValues();

    private static Callee callee(String name) {
        return new Callee(name, "p.A", List.of(), List.of("java.io.IOException"), "void", false, Confidence.UNRESOLVED);
    }

    @Test
    void equalOnesAreOneObject() {
        Callee callee = values.of(callee("m"));
        FieldRef field = values.of(new FieldRef("p.A", "f", "int", false));
        assertThat(values.of(callee("m"))).isSameAs(callee);
        assertThat(values.of(new FieldRef("p.A", "f", "int", false))).isSameAs(field);
    }

    @Test
    void othersStayWhatTheyAre() {
        assertThat(values.of(callee("Aa"))).isEqualTo(callee("Aa"));
        assertThat(values.of(callee("BB"))).isEqualTo(callee("BB"));
        assertThat(values.of(new FieldRef("p.A", "f", "int", true))).isEqualTo(new FieldRef("p.A", "f", "int", true));
    }
}
