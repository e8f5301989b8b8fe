package dev.heed.input;

import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;

/** A source of which the bytes are known that its text is made from. */
interface StoredSource extends SourceFile {

    /**
     * Its bytes, at most one more than are taken for a source.
     *
     * @throws IOException if they cannot be read
     */
    byte[] bytes() throws IOException;

    /** What they are in, unless a byte order mark says otherwise. */
    Charset encoding();
}
