package dev.heed.rules;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;

/** A source text that lies nowhere. */
public record MemoryFile(String path, String text) implements SourceFile {
    @Override
    public String relativePath() {
        return path;
    }

    @Override
    public Language language() {
        return path.endsWith(".py") ? Language.PYTHON : Language.JAVA;
    }
}
