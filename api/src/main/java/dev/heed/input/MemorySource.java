package dev.heed.input;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceException;
import java.nio.charset.Charset;

/** A source whose bytes have been read already: standard input. */
final class MemorySource implements StoredSource {
    private final String path;
    private final Language language;
    private final byte[] bytes;
    private final Charset encoding;

    MemorySource(String path, Language language, byte[] bytes, Charset encoding) {
        this.path = path;
        this.language = language;
        this.bytes = bytes.clone();
        this.encoding = encoding;
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
        return language;
    }

    @Override
    public String text() throws SourceException {
        return SourceText.decode(bytes, encoding);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public Charset encoding() {
        return encoding;
    }
}
