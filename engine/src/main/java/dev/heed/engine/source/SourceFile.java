package dev.heed.engine.source;

import java.io.IOException;

/**
 * One source file of a scan, wherever it lies: on disk, in a jar, on standard input.
 *
 * <p>The text is not held: a scan of a million lines would not fit. Whoever needs it reads it again.
 */
public interface SourceFile {

    /**
     * The name shown to people and used to sort findings, with {@code /} between its parts: {@code src/A.java} or
     * {@code kafka-clients-3.9.0-sources.jar!/org/apache/kafka/A.java}. Unique within a scan.
     */
    String path();

    /** The path inside its root ({@code org/apache/kafka/A.java} for an entry of a jar); equals {@link #path} if there is none. */
    String relativePath();

    Language language();

    /**
     * The decoded text, without a byte order mark, line ends as they are.
     *
     * @throws SourceException if it is no text of the language's encoding, or beyond a bound
     * @throws IOException if it cannot be read
     */
    String text() throws IOException;

    /**
     * About how many bytes the text has where it lies: only a measure of how much memory it takes.
     *
     * @throws IOException if that cannot be told
     */
    default long size() throws IOException {
        return text().length();
    }

    /**
     * The text together with what identifies it.
     *
     * @throws IOException as {@link #text} does
     */
    default Snapshot snapshot() throws IOException {
        String text = text();
        return new Snapshot(text, ContentId.of(text));
    }

    /**
     * Identifies what {@link #text} returns, or how it fails, without making the text: as long as this is the same, so is
     * that.
     *
     * @throws IOException if it cannot be read
     */
    default ContentId contentId() throws IOException {
        return snapshot().id();
    }

    /**
     * As {@link #snapshot()}, for who reads it more than once.
     *
     * @param before what it held before; may spare the hash
     * @throws IOException as {@link #text} does
     */
    default Snapshot snapshot(Recognition before) throws IOException {
        return snapshot();
    }

    /**
     * As {@link #contentId()}, for who reads it more than once.
     *
     * @param before as in {@link #snapshot(Recognition)}
     * @throws IOException if it cannot be read
     */
    default ContentId contentId(Recognition before) throws IOException {
        return contentId();
    }

    /**
     * A text and where it comes from.
     *
     * @param id equal to {@link #contentId} if both were asked at a time when nobody changed the file
     */
    record Snapshot(String text, ContentId id) {}
}
