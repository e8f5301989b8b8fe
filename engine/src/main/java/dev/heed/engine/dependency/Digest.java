package dev.heed.engine.dependency;

import dev.heed.engine.source.ContentId;
import java.nio.ByteBuffer;

/** Tells values apart by a text of theirs. */
public final class Digest {

    private Digest() {}

    /** 64 bits of the SHA-256 of a text: enough for the results of one scan, of which each is held against one other. */
    public static long of(String text) {
        return ByteBuffer.wrap(ContentId.of(text).bytes()).getLong();
    }
}
