package dev.heed.input;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;

/** A source file on disk as an editor has it, with changes that are not saved yet. */
record UnsavedSource(String path, String relativePath, Language language, String unsaved, FileSize maxFileSize)
        implements SourceFile {

    @Override
    public String text() throws SourceException {
        if (unsaved.length() > maxFileSize.bytes()) {
            throw new SourceException("The text is larger than " + maxFileSize + "; allow it with max-file-size.");
        }
        return unsaved;
    }
}
