package dev.heed.report;

import java.util.regex.Pattern;

/** Markdown of a rule's page as plain text, for viewers that show no Markdown. */
final class PlainMarkdown {
    private static final Pattern FENCE = Pattern.compile("(?m)^```.*\\R?");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)]\\(([^()\\s]+)\\)");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->\\R?");
    /** What a heading, a table, a list or a quotation starts with; a paragraph may start with code. */
    private static final String NO_PROSE = "#|-*>+";

    private PlainMarkdown() {}

    static String of(String markdown) {
        String text = COMMENT.matcher(markdown).replaceAll("");
        text = FENCE.matcher(text).replaceAll("");
        text = HEADING.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1 ($2)");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        text = CODE.matcher(text).replaceAll("$1");
        return text.strip();
    }

    /** The first paragraph of prose, as plain text on one line; or the empty string. */
    static String firstParagraph(String markdown) {
        StringBuilder paragraph = new StringBuilder();
        boolean fenced = false;
        for (String line : COMMENT.matcher(markdown).replaceAll("").lines().toList()) {
            String text = line.strip();
            boolean fence = text.startsWith("```");
            fenced ^= fence;
            boolean prose = !fence && !fenced && !text.isEmpty() && NO_PROSE.indexOf(text.charAt(0)) < 0;
            if (prose) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return of(paragraph.toString());
    }
}
