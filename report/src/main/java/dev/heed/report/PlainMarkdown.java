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
    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R");

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

    /** The first paragraph that is neither a heading nor a list nor code, as plain text on one line; or the empty string. */
    static String firstParagraph(String markdown) {
        for (String paragraph : PARAGRAPH.split(COMMENT.matcher(markdown).replaceAll(""), -1)) {
            String block = paragraph.strip();
            if (!block.isEmpty() && "#`|-*>".indexOf(block.charAt(0)) < 0) {
                return of(block).replaceAll("\\s+", " ");
            }
        }
        return "";
    }
}
