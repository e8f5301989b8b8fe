package dev.heed.engine.source;

import java.io.IOException;

/** A source file was read, but what it holds is no source text; the message says what it is and what to do. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }
}
