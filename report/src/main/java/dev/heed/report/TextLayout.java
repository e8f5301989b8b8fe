package dev.heed.report;

import java.util.ArrayList;
import java.util.List;

/** The columns of a finding's text: line numbers on the left, a bar, then code or words. */
final class TextLayout {
    /** Lines of words that are longer are hard to read, however wide the terminal is. */
    private static final int MOST_WORDS = 110;

    private final int numberWidth;
    private final int width;
    private final boolean colour;

    /**
     * A layout.
     *
     * @param lastLine the greatest line number that is going to be shown
     * @param width columns of the terminal
     */
    TextLayout(int lastLine, int width, boolean colour) {
        this.numberWidth = Integer.toString(lastLine).length();
        this.width = width;
        this.colour = colour;
    }

    /** How many columns code may take. */
    int room() {
        return Math.max(20, width - numberWidth - 3);
    }

    String paint(Style style, String text) {
        return style.paint(colour, text);
    }

    /** A line with its number, or a mark under a line. */
    void line(StringBuilder out, String number, String bar, String text) {
        String gutter = " ".repeat(numberWidth - number.length()) + number + " " + bar;
        out.append(paint(Style.GUTTER, gutter));
        if (!text.isEmpty()) {
            out.append(' ').append(text);
        }
        out.append('\n');
    }

    /** A line of code that a fix adds or removes. */
    void change(StringBuilder out, String number, Style style, String sign, String text) {
        String gutter = " ".repeat(numberWidth - number.length()) + number + " ";
        out.append(paint(Style.GUTTER, gutter)).append(paint(style, sign + (text.isEmpty() ? "" : " " + text)));
        out.append('\n');
    }

    /** Lines that are left out. */
    void hole(StringBuilder out) {
        out.append(paint(Style.GUTTER, "...")).append('\n');
    }

    /** The name of a source above its lines. */
    void place(StringBuilder out, String arrow, String place) {
        out.append(" ".repeat(numberWidth)).append(paint(Style.GUTTER, arrow)).append(' ');
        out.append(place).append('\n');
    }

    /** A headword and what is said under it, wrapped. */
    void words(StringBuilder out, Style style, String head, String text) {
        int indent = numberWidth + 5 + DisplayText.width(head);
        List<String> parts = wrap(DisplayText.inline(text), Math.min(width, MOST_WORDS) - indent);
        for (int i = 0; i < parts.size(); i++) {
            if (i == 0) {
                out.append(" ".repeat(numberWidth)).append(paint(Style.GUTTER, " = "));
                out.append(paint(style, head + ":")).append(' ');
            } else {
                out.append(" ".repeat(indent));
            }
            out.append(parts.get(i)).append('\n');
        }
    }

    /** Breaks a text at its spaces; a longer word stands alone. At least one line. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.strip().split(" +", -1)) {
            int wide = DisplayText.width(word);
            if (!line.isEmpty() && used + 1 + wide > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }
}
