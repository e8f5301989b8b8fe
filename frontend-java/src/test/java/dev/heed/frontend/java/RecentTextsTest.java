package dev.heed.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RecentTextsTest {
    private static final String TEXT = "class A { void m() { n(); } }";

    /** A file that somebody may write to. */
    private static final class Written implements SourceFile {
        private final String path;
        private String text = TEXT;
        private int reads;

        Written(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public String text() {
            reads++;
            return new String(text.toCharArray());
        }
    }

    private final Written file = new Written("A.java");

    /** Reads so many others that the text is gone, if it is not among those that are kept. */
    private RecentTexts.Text after(RecentTexts texts, int others) throws IOException {
        for (int i = 0; i < others; i++) {
            texts.of(new Written("B" + i + ".java"));
        }
        return texts.of(file);
    }

    @Test
    void textIsKeptAsLongAsThereIsRoom() throws IOException {
        RecentTexts texts = new RecentTexts(TEXT.length(), 1000);
        RecentTexts.Text first = texts.of(file);
        assertThat(after(texts, 100)).isSameAs(first);
        assertThat(file.reads).isEqualTo(1);
    }

    @Test
    void whatWasSkimmedOutlivesTheText() throws IOException {
        RecentTexts texts = new RecentTexts(0, 100_000);
        RecentTexts.Text first = texts.of(file);
        assertThat(texts.of(file)).isSameAs(first);
        RecentTexts.Text again = after(texts, 100);
        assertThat(file.reads).isEqualTo(2);
        assertThat(again.text()).isEqualTo(TEXT);
        assertThat(again.head()).isNotNull().isSameAs(first.head());
    }

    @Test
    void changedTextIsSkimmedAnew() throws IOException {
        RecentTexts texts = new RecentTexts(0, 100_000);
        RecentTexts.Text first = texts.of(file);
        file.text = TEXT.replace('n', 'o');
        RecentTexts.Text again = after(texts, 100);
        assertThat(again.text()).isEqualTo(file.text);
        assertThat(again.head()).isNotNull().isNotSameAs(first.head());
    }

    @Test
    void nothingIsKeptWithoutRoom() throws IOException {
        RecentTexts texts = new RecentTexts(0, 0);
        RecentTexts.Text first = texts.of(file);
        assertThat(after(texts, 100).head()).isNotNull().isNotSameAs(first.head());
    }
}
