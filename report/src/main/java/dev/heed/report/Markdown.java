package dev.heed.report;

import java.util.List;

/**
 * Text on its way into Markdown. Messages hold names out of sources that anybody may have written: they must not become
 * markup, links, mentions of people or references to issues.
 */
final class Markdown {
    private static final String ESCAPED = "\\`*_[]|~";
    /** Seen by nobody, and enough to keep a service from making a link of what stands around it. */
    private static final String NOTHING = "<!-- -->";

    private Markdown() {}

    /** Plain words. */
    static String text(String text) {
        String line = DisplayText.inline(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@', '#' -> out.append(c).append(NOTHING);
                case ':' -> out.append(line.startsWith("://", i) ? ":" + NOTHING : ":");
                case '.' -> out.append(i > 2 && line.startsWith("www", i - 3) ? NOTHING + "." : ".");
                default -> {
                    if (ESCAPED.indexOf(c) >= 0) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    /** Code in a line. */
    static String code(String code) {
        String line = DisplayText.inline(code);
        String ticks = "`".repeat(longestRun(line) + 1);
        String padding = line.startsWith("`") || line.endsWith("`") || line.isBlank() ? " " : "";
        return ticks + padding + line + padding + ticks;
    }

    /** The same in a cell of a table, where a bar would end the cell. */
    static String cellCode(String code) {
        return code(code).replace("|", "\\|");
    }

    /** A link around what is Markdown already. */
    static String link(String shown, String url) {
        return "[" + shown + "](<" + url + ">)";
    }

    /** A block of code. */
    static String block(String language, List<String> lines) {
        int longest = lines.stream().mapToInt(Markdown::longestRun).max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
