package dev.heed.verify.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CastTest {
    private static ClassCastException failure(Object value, Class<?> type) {
        try {
            type.cast(value);
        } catch (ClassCastException e) {
            // cast() has a text of its own; the JVM's is this one.
            return new ClassCastException("class " + value.getClass().getName() + " cannot be cast to class "
                    + type.getName() + " (both are in module java.base of loader 'bootstrap')");
        }
        throw new IllegalArgumentException("no failure");
    }

    @Test
    void aFailedCastTellsTheType() {
        assertThat(Cast.NONE.after(failure("x", Integer.class)).map(Cast::type)).contains("java.lang.Integer");
    }

    @Test
    void theMessageIsThatOfThisJvm() {
        Object text = "x";
        try {
            assertThat((Integer) text).isNull();
        } catch (ClassCastException e) {
            assertThat(Cast.NONE.after(e).map(Cast::type)).contains("java.lang.Integer");
            return;
        }
        throw new AssertionError("no failure");
    }

    @Test
    void onlyWhatWasMadeUpIsMadeAnew() {
        assertThat(Cast.NONE.after(failure(new StringBuilder(), Integer.class))).isEmpty();
    }

    @Test
    void itIsTriedWithFewTypesOnceEach() {
        Cast integer = Cast.NONE.after(failure("x", Integer.class)).orElseThrow();
        assertThat(integer.after(failure("x", Integer.class))).isEmpty();
        Optional<Cast> third =
                integer.after(failure(1, Long.class)).flatMap(two -> two.after(failure(1L, Short.class)));
        assertThat(third.map(Cast::type)).contains("java.lang.Short");
        assertThat(third.orElseThrow().after(failure((short) 1, Byte.class))).isEmpty();
    }

    @Test
    void otherTextsTellNothing() {
        assertThat(Cast.NONE.after(new ClassCastException())).isEmpty();
        assertThat(Cast.NONE.after(new ClassCastException("no such thing"))).isEmpty();
    }
}
