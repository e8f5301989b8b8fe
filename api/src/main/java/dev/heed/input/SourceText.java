package dev.heed.input;

import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;

/** Turns bytes into the text of a source file, or says why they are none. */
final class SourceText {
    private static final int BINARY_PROBE = 8000;

    /** Encodings in which a byte below 128 is that character. */
    private static final Set<Charset> IN_ASCII =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private SourceText() {}

    /**
     * What is taken for source text.
     *
     * @param max the most bytes
     */
    record Form(Charset encoding, FileSize max) {

        /** Identifies bytes that {@link #read} has read, and what becomes of them in this form. */
        ContentId id(byte[] bytes) {
            MessageDigest digest = ContentId.digest();
            digest.update((encoding.name() + " " + max.bytes() + "\n").getBytes(StandardCharsets.UTF_8));
            return ContentId.of(digest, bytes, bytes.length);
        }
    }

    /**
     * Reads no more bytes than are needed to see that they are too many.
     *
     * @param size how many bytes there seem to be; there may be more or less
     */
    static byte[] read(InputStream in, long size, Form form) throws IOException {
        int most = form.max().bytes() + 1;
        byte[] bytes = new byte[(int) Math.min(most, size + 1)];
        int count = in.readNBytes(bytes, 0, bytes.length);
        if (count < bytes.length || count == most) {
            return Arrays.copyOf(bytes, count);
        }
        byte[] others = in.readNBytes(most - count);
        byte[] all = Arrays.copyOf(bytes, count + others.length);
        System.arraycopy(others, 0, all, count, others.length);
        return all;
    }

    /**
     * Decodes what {@link #read} has read.
     *
     * @throws SourceException if the bytes are too many, or no text in the encoding
     */
    static String decode(byte[] bytes, Form form) throws SourceException {
        if (bytes.length > form.max().bytes()) {
            throw new SourceException("The file is larger than " + form.max()
                    + "; exclude it with --exclude, or allow it with --max-file-size.");
        }
        return decode(bytes, form.encoding());
    }

    static String decode(byte[] bytes, Charset encoding) throws SourceException {
        Charset charset = encoding;
        int start = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            start = 3;
        } else if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            charset = bytes[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            start = 2;
        } else if (isBinary(bytes) && !encoding.name().startsWith("UTF-16")) {
            throw new SourceException("The file is binary, not source text.");
        }
        if (isAscii(bytes, start) && IN_ASCII.contains(charset)) {
            return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(decoder.maxCharsPerByte() * in.remaining()) + 1);
        try {
            throwIfError(decoder.decode(in, out, true));
            throwIfError(decoder.flush(out));
        } catch (CharacterCodingException e) {
            SourceException problem = new SourceException(
                    "The file is not " + charset.name() + " text: line " + line(bytes, in.position())
                            + " holds bytes that are none; name its encoding with --encoding, or convert it.");
            problem.initCause(e);
            throw problem;
        }
        return out.flip().toString();
    }

    /** What a text is to be encoded with, so that it is in the form of other bytes. */
    static final class Encoding {
        private final Charset charset;
        private final byte[] mark;

        private Encoding(Charset charset, byte[] mark) {
            this.charset = charset;
            this.mark = mark;
        }

        Charset charset() {
            return charset;
        }

        /** Whether there is a byte order mark. */
        boolean hasMark() {
            return mark.length > 0;
        }

        /** That of bytes which {@link #decode} can decode. */
        static Encoding of(byte[] bytes, Charset encoding) {
            if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
                return new Encoding(StandardCharsets.UTF_8, Arrays.copyOf(bytes, 3));
            } else if (startsWith(bytes, 0xFE, 0xFF)) {
                return new Encoding(StandardCharsets.UTF_16BE, Arrays.copyOf(bytes, 2));
            } else if (startsWith(bytes, 0xFF, 0xFE)) {
                return new Encoding(StandardCharsets.UTF_16LE, Arrays.copyOf(bytes, 2));
            }
            return new Encoding(encoding, new byte[0]);
        }

        /**
         * The bytes of a text, the mark first.
         *
         * @throws SourceException if there is a character that the encoding does not have
         */
        byte[] encode(String text) throws SourceException {
            try {
                ByteBuffer bytes = charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .encode(CharBuffer.wrap(text));
                byte[] all = Arrays.copyOf(mark, mark.length + bytes.remaining());
                bytes.get(all, mark.length, bytes.remaining());
                return all;
            } catch (CharacterCodingException e) {
                SourceException problem = new SourceException("The text cannot be written in " + charset.name() + ".");
                problem.initCause(e);
                throw problem;
            }
        }
    }

    /** So is nearly all source text, and no decoder has to look at it. */
    private static boolean isAscii(byte[] bytes, int start) {
        int all = 0;
        for (int i = start; i < bytes.length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private static void throwIfError(CoderResult result) throws CharacterCodingException {
        if (result.isError()) {
            result.throwException();
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** A NUL near the start is git's sign of a binary file. */
    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static int line(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
