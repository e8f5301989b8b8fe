package dev.heed.frontend.java.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.frontend.java.MemorySource;
import dev.heed.frontend.java.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of a record are in scope in its header (JLS 6.3), unlike those of a class in the head of it. */
class RecordHeaderTest {
    private static final MemorySource SOURCE = new MemorySource("R.java", """
            package p;

            record R(Kind kind, Kind... more) {
                enum Kind { A }

                R {
                    kind.name();
                }
            }
            """);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void namesItsMemberTypes(boolean readsLate) {
        var program = Reading.of(List.of(SOURCE), List.of(), 1, readsLate).program();
        assertThat(program.functions())
                .extracting(function -> function.ref().toString())
                .contains("p.R#<init>(p.R$Kind,p.R$Kind[])");
        assertThat(program.types())
                .filteredOn(type -> type.name().equals("p.R"))
                .flatExtracting(type -> type.fields())
                .extracting(field -> field.ref().type())
                .containsExactly("p.R$Kind", "p.R$Kind[]");
    }
}
