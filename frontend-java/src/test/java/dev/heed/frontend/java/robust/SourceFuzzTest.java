package dev.heed.frontend.java.robust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.engine.scan.Notification;
import dev.heed.frontend.java.MemorySource;
import dev.heed.frontend.java.Reading;
import dev.heed.frontend.java.lower.Invariants;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever bytes are in a file, the front end reads it or tells what it did not read. Runs on its corpus; with
 * {@code JAZZER_FUZZ=1} it goes on looking for more: {@code JAZZER_FUZZ=1 mvn -pl frontend-java -am test
 * -Dtest=SourceFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SourceFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void readsAnyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(Reading.of(List.of(new MemorySource("A.java", text)), List.of(), 1, false));
    }

    static void check(Reading reading) {
        assertThat(reading.notifications())
                .filteredOn(n -> n.kind() == Notification.Kind.INTERNAL_ERROR)
                .isEmpty();
        for (Function function : reading.program().functions()) {
            Invariants.check(function);
            assertThat(IrDump.text(function)).isNotEmpty();
        }
    }
}
