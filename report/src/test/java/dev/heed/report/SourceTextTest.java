package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.source.Span;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void splitsAtEveryLineEnd() {
        SourceText text = new SourceText("a\r\nbc\rd\n\n");

        assertThat(text.lines()).isEqualTo(5);
        assertThat(text.line(1)).isEqualTo("a");
        assertThat(text.line(2)).isEqualTo("bc");
        assertThat(text.line(3)).isEqualTo("d");
        assertThat(text.line(4)).isEmpty();
        assertThat(text.line(5)).isEmpty();
        assertThat(text.line(6)).isEmpty();
    }

    @Test
    void knowsWhichPlacesExist() {
        SourceText text = new SourceText("ab\nc");

        assertThat(text.contains(new Span(1, 3, 2, 2))).isTrue();
        assertThat(text.contains(new Span(1, 4, 2, 2))).isFalse();
        assertThat(text.contains(new Span(1, 1, 2, 3))).isFalse();
        assertThat(text.contains(new Span(3, 1, 3, 1))).isFalse();
        assertThat(new SourceText("").contains(new Span(1, 1, 1, 1))).isTrue();
    }

    @Test
    void cutsSpans() {
        SourceText text = new SourceText("ab\ncd\nef");

        assertThat(text.of(new Span(1, 2, 3, 2), 100)).isEqualTo("b\ncd\ne");
        assertThat(text.of(new Span(1, 2, 3, 2), 3)).isEqualTo("b\nc");
        assertThat(text.of(new Span(7, 2, 9, 2), 3)).isEmpty();
    }
}
