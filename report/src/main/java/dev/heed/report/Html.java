package dev.heed.report;

/** Text on its way into HTML: nothing of it can be taken for markup, whatever a source holds. */
final class Html {
    private Html() {}

    /** The text on one line, for elements and for attributes in double quotes. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c == '\n' || c == '\r' || c == '\t' ? ' ' : c));
        return out.toString();
    }

    /** One character. */
    static void append(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(DisplayText.visible(c));
        }
    }
}
