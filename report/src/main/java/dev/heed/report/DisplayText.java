package dev.heed.report;

/**
 * Text made fit for a terminal. Names, messages and code come out of files that anybody may have written: what would move
 * the cursor, set colours or turn the direction of writing is shown instead of done.
 */
public final class DisplayText {
    private DisplayText() {}

    /** The text on one line, without control characters. */
    public static String inline(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r') {
                out.append(' ');
            } else {
                out.appendCodePoint(visible(c));
            }
        });
        return out.toString();
    }

    /** A code point that shows, in place of one that acts. */
    static int visible(int c) {
        if (c < ' ') {
            return 0x2400 + c; // the pictures of the control characters
        }
        boolean acts = (c >= 0x7f && c < 0xa0)
                || (c >= 0x202a && c <= 0x202e) // direction
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c
                || c == 0x2028
                || c == 0x2029
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return acts ? 0xfffd : c;
    }

    /** How many columns of a terminal a code point takes. */
    static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1f64f)
                || (c >= 0x1f680 && c <= 0x1f6ff)
                || (c >= 0x1f900 && c <= 0x1f9ff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }
}
