package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultSpillTest {

    /** Held in memory, and (with long results) on disk; fewer than the limit, more, and none. */
    @ParameterizedTest
    @CsvSource({"200, 50, 10", "200, 50, 30000", "200, 500, 30000", "0, 5, 1", "20, 0, 1"})
    void givesBackTheMostImportantInOrder(int number, int limit, int length) throws IOException {
        Random random = new Random(11);
        int[] ranks = random.ints(number, 0, 6).toArray();
        List<String> kept = new ArrayList<>();
        try (ResultSpill spill = new ResultSpill(limit, 6)) {
            for (int i = 0; i < number; i++) {
                spill.add(ranks[i], i + " \u8a9e".repeat(length));
            }
            spill.drain(result -> kept.add(result.substring(0, result.indexOf(' '))));
            assertThat(spill.size()).isEqualTo(number);
            assertThat(spill.leftOut()).isEqualTo(Math.max(0, number - limit));
        }

        List<Integer> byRank = IntStream.range(0, number)
                .boxed()
                .sorted((a, b) -> Integer.compare(ranks[a], ranks[b]))
                .toList();
        assertThat(kept)
                .containsExactlyElementsOf(byRank.stream()
                        .limit(limit)
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }

    /** Of ten bytes each: the least important are cut, and nothing less important is put where they had stood. */
    @ParameterizedTest
    @CsvSource({"100, 1000, '0123456789'", "100, 65, '023457'", "100, 30, '025'", "4, 65, '0235'", "100, 9, ''"})
    void keepsToItsBytes(int limit, long bytes, String expected) throws IOException {
        int[] ranks = {0, 2, 0, 1, 1, 0, 2, 1, 2, 1};
        StringBuilder kept = new StringBuilder();
        try (ResultSpill spill = new ResultSpill(limit, bytes, 3)) {
            for (int i = 0; i < ranks.length; i++) {
                spill.add(ranks[i], i + "         ");
            }
            spill.drain((rank, result) -> {});
            assertThat(spill.leftOut()).isEqualTo(ranks.length - expected.length());
            spill.drain(result -> kept.append(result.charAt(0)));
        }

        assertThat(kept).hasToString(expected);
    }
}
