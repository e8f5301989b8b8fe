package dev.heed.report;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source in memory; null as its text stands for a file that vanished. */
record FakeSource(String path, @Nullable String content) implements SourceFile {

    @Override
    public String relativePath() {
        int entry = path.indexOf("!/");
        return entry < 0 ? path : path.substring(entry + 2);
    }

    @Override
    public Language language() {
        return Language.JAVA;
    }

    @Override
    public String text() throws IOException {
        if (content == null) {
            throw new IOException("gone");
        }
        return content;
    }

    /** The span of the first occurrence of {@code code}, or of the one behind that of {@code after}. */
    Span span(String after, String code) {
        int from = content.indexOf(after);
        int start = content.indexOf(code, from);
        if (from < 0 || start < 0) {
            throw new IllegalArgumentException("not in " + path + ": " + after + " / " + code);
        }
        Span first = at(start);
        Span last = at(start + code.length());
        return first.to(last);
    }

    Span span(String code) {
        return span("", code);
    }

    private Span at(int offset) {
        String before = content.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = offset - (before.lastIndexOf('\n') + 1) + 1;
        return new Span(line, column, line, column);
    }
}
