package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.scan.ScanSummary;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void whatTookLongestComesFirst() {
        ScanSummary summary = new ScanSummary(
                1,
                10,
                2,
                0,
                Map.of(),
                0,
                Map.of("rules", Duration.ofMillis(1500)),
                Map.of(
                        "fates",
                        Duration.ofMillis(1200),
                        "quick",
                        Duration.ofMillis(40),
                        "slow",
                        Duration.ofMillis(250)));
        assertThat(Statistics.table(summary).lines())
                .endsWith("    1.50  s rules", "    1.20  s   fates", "    0.25  s   slow", "    0.04  s   quick");
    }
}
