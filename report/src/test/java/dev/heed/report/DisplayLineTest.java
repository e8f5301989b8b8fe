package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplayLineTest {

    @Test
    void expandsTabs() {
        DisplayLine line = line("\ta\tb", 1, 40);

        assertThat(line.text()).isEqualTo("    a   b");
        assertThat(line.column(2)).isEqualTo(4);
        assertThat(line.column(4)).isEqualTo(8);
        assertThat(line.column(99)).isEqualTo(9);
    }

    @Test
    void showsWhatWouldAct() {
        assertThat(line("a\033[31m\u202eb", 1, 40).text()).isEqualTo("a\u241b[31m\ufffdb");
    }

    @Test
    void countsColumnsOfWideCharacters() {
        DisplayLine line = line("\"\u8a9e\ud83d\ude00e\u0301\" x", 1, 40);

        assertThat(line.column(9)).isEqualTo(8);
    }

    @Test
    void cutsBehind() {
        DisplayLine line = line("abcdefghij".repeat(10), 3, 30);

        assertThat(line.text()).isEqualTo("abcdefghij".repeat(3).substring(0, 27) + "...");
        assertThat(line.column(3)).isEqualTo(2);
    }

    @Test
    void cutsAroundTheAnchor() {
        DisplayLine line = line("a".repeat(60) + "HERE" + "b".repeat(60), 61, 30);

        assertThat(line.text()).startsWith("...a").endsWith("b...").hasSize(30);
        assertThat(line.text().substring(line.column(61), line.column(65))).isEqualTo("HERE");
        assertThat(line.column(1)).isEqualTo(3);
        assertThat(line.column(120)).isEqualTo(27);
    }

    @Test
    void looksOnlyAtAPartOfAHugeLine() {
        String huge = "x".repeat(2_000_000) + "HERE" + "y".repeat(2_000_000);
        DisplayLine line = line(huge, 2_000_001, 80);

        assertThat(line.text()).hasSize(80);
        assertThat(line.text().substring(line.column(2_000_001), line.column(2_000_005)))
                .isEqualTo("HERE");
    }

    @Test
    void neverTakesMoreThanItsColumns() {
        Random random = new Random(7);
        String[] alphabet = {"a", " ", "\t", "\u8a9e", "\ud83d\ude00", "\u0301", "\ud83d", "\u001b", "\r"};
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(200);
            for (int i = 0; i < length; i++) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            int width = 20 + random.nextInt(60);
            int anchor = 1 + random.nextInt(length + 20);
            DisplayLine line = line(text.toString(), anchor, width);
            int shown = DisplayText.width(line.text());
            assertThat(shown).as("%s", text).isLessThanOrEqualTo(width);
            for (int column = 1; column < length + 5; column++) {
                assertThat(line.column(column)).isBetween(0, shown);
                assertThat(line.column(column)).isLessThanOrEqualTo(line.column(column + 1));
            }
        }
    }

    private static DisplayLine line(String text, int anchor, int width) {
        return DisplayLine.of(new SourceText(text), 1, anchor, width);
    }
}
