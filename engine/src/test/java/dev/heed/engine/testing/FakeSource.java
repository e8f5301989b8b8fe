package dev.heed.engine.testing;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;

/** A source file that is nowhere. */
public record FakeSource(String path) implements SourceFile {

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
        return "";
    }
}
