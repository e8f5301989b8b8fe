package dev.heed.frontend.java;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;

/** A source file in memory. */
public record MemorySource(String path, String text) implements SourceFile {

    @Override
    public String relativePath() {
        return path;
    }

    @Override
    public Language language() {
        return Language.JAVA;
    }
}
