package dev.heed.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    @Test
    void writesSharesAsAFormatterDoes() {
        for (long whole : new long[] {1, 3, 7, 40, 999, 1001, 123_456}) {
            for (long part = 0; part <= whole; part += 1 + whole / 50) {
                assertThat(Resolution.percent(part, whole))
                        .as(part + " of " + whole)
                        .isEqualTo(String.format(Locale.ROOT, "%.1f", 100.0 * part / whole));
            }
        }
        assertThat(Resolution.percent(2, 3)).isEqualTo("66.7");
    }
}
