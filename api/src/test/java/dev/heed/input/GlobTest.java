package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "*.java, A.java, true",
        "*.java, a/A.java, false",
        "?.c, x.c, true",
        "?.c, /.c, false",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, ab, false",
        "**/b, b, true",
        "**/b, x/y/b, true",
        "**/b, xb, false",
        "a/**, a/x, true",
        "a/**, a, false",
        "a/**, a/, false",
        "a**b/c, axxb/c, true",
        "a**b/c, ax/b/c, false",
        "[a-c]x, bx, true",
        "[!a-c]x, bx, false",
        "[^a-c]x, dx, true",
        "[]]x, ]x, true",
        "[a-]x, -x, true",
        "a[/]b, a/b, false",
        "[[:digit:]_], 7, true",
        "[[:digit:]_], x, false",
        "'\\*', '*', true",
        "'\\*', x, false",
    })
    void matchesAsGitDoes(String pattern, String text, boolean isMatch) {
        assertThat(Objects.requireNonNull(Glob.compile(pattern)).matches(text)).isEqualTo(isMatch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "a\\", "[[:nothing:]]", "[a\\"})
    void brokenPatternsMatchNothing(String pattern) {
        assertThat(Glob.compile(pattern)).isNull();
    }

    @Test
    void manyStarsTakeNoLongerThanTheirLength() {
        Glob glob = Objects.requireNonNull(Glob.compile("*a".repeat(500) + "b"));
        assertThat(glob.matches("a".repeat(2000))).isFalse();
    }
}
