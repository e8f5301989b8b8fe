package dev.heed.input;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a source file may be.
 *
 * @param bytes from 1 to 500 MiB
 */
public record FileSize(int bytes) {
    /** The largest of hand-written ones have a tenth of that. */
    public static final FileSize DEFAULT = new FileSize(10 << 20);

    /** Beyond, the text and its index would not fit in arrays. */
    private static final int MAX = 500 << 20;

    private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,8})([KM]?)");

    /**
     * Reads a size as a user writes it: bytes, {@code 64K}, {@code 10M}.
     *
     * @throws IllegalArgumentException if it is none, or too large; the message is part of a sentence
     */
    public static FileSize parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no size; write 5000000, 64K or 10M");
        }
        int shift = matcher.group(2).equals("M") ? 20 : matcher.group(2).equals("K") ? 10 : 0;
        long bytes = Long.parseLong(matcher.group(1)) << shift;
        if (bytes > MAX) {
            throw new IllegalArgumentException("\"" + text + "\" is more than the bound of 500M");
        }
        return new FileSize((int) bytes);
    }

    @Override
    public String toString() {
        return bytes % (1 << 20) == 0
                ? (bytes >> 20) + " MiB"
                : bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : bytes + " bytes";
    }
}
