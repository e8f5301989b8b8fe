package dev.heed.frontend.java.skim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedNamesTest {
    private static String copy(String name) {
        return new String(name.toCharArray());
    }

    @Test
    void equalNamesAreOneObject() {
        String first = SharedNames.of(copy("java.util.concurrent.Future"));
        assertThat(SharedNames.of(copy("java.util.concurrent.Future"))).isSameAs(first);
        assertThat(SharedNames.of("x java.util.concurrent.Future;".toCharArray(), 2, first.length() + 2))
                .isSameAs(first);
    }

    /** Hash codes of strings are easily the same. */
    @Test
    void namesWithOneHashAreToldApart() {
        assertThat("AaAa").hasSameHashCodeAs("BBBB").hasSameHashCodeAs("AaBB");
        for (String name : new String[] {"AaAa", "BBBB", "AaBB", "AaAa", "BBBB"}) {
            assertThat(SharedNames.of(copy(name))).isEqualTo(name);
            assertThat(SharedNames.of(name.toCharArray(), 0, name.length())).isEqualTo(name);
        }
    }

    @Test
    void ofTwoWithOneHashBothAreKept() {
        String first = SharedNames.of(copy("kept.Aa"));
        String second = SharedNames.of(copy("kept.BB"));
        assertThat(SharedNames.of(copy("kept.Aa"))).isSameAs(first);
        assertThat(SharedNames.of(copy("kept.BB"))).isSameAs(second);
    }

    @Test
    void anythingMayBeAName() {
        assertThat(SharedNames.of(copy(""))).isEmpty();
        assertThat(SharedNames.of("Straße\uD83D\uDE00".toCharArray(), 0, 8)).isEqualTo("Straße\uD83D\uDE00");
    }
}
