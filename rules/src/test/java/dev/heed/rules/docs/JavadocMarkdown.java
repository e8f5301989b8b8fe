package dev.heed.rules.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the part of Javadoc that rules use into Markdown: paragraphs, lists, {@code em}, and the inline tags code and link.
 * Anything else is refused, so that no page shows half a tag.
 */
final class JavadocMarkdown {
    private static final int WIDTH = 100;
    private static final String JDK = "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/";
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^{}]*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link\\s+([\\w.]+)(#\\w+(?:\\([^)]*\\))?)?(?:\\s+([^{}]+))?}");
    private static final Pattern ANCHOR = Pattern.compile("<a\\s+href=\"([^\"]+)\">([^<]*)</a>");
    private static final Pattern EM = Pattern.compile("<em>([^<]*)</em>");
    private static final Pattern WORD = Pattern.compile("(?:`[^`]*`|\\[[^]]*]\\([^ ]*\\)|[^\\s`\\[]|\\[)+");

    private JavadocMarkdown() {}

    /** A block of the text: a paragraph, or an item of a list. */
    record Block(boolean isItem, String text) {}

    /** Splits a section's HTML at its paragraphs and list items; white space is one blank. */
    static List<Block> blocks(String html) {
        List<Block> blocks = new ArrayList<>();
        for (String part : html.replaceAll("\\s+", " ").split("(?=<p>|<li>|<ul>|</ul>)")) {
            boolean isItem = part.startsWith("<li>");
            String text = part.replaceFirst("^(?:<p>|<li>|<ul>|</ul>)", "").strip();
            if (!text.isEmpty()) {
                blocks.add(new Block(isItem, text));
            }
        }
        return blocks;
    }

    /** The block as wrapped Markdown lines, without a line end at the end. */
    static String markdown(Block block) {
        return wrap(inline(block.text()), block.isItem() ? "- " : "", block.isItem() ? "  " : "");
    }

    /** Turns inline tags and elements into Markdown. */
    static String inline(String html) {
        String text = CODE.matcher(html)
                .replaceAll(m -> Matcher.quoteReplacement('`' + m.group(1).strip() + '`'));
        text = LINK.matcher(text).replaceAll(m -> Matcher.quoteReplacement(link(m)));
        text = ANCHOR.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement("[" + m.group(2).strip() + "](" + m.group(1) + ")"));
        text = EM.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement('*' + m.group(1).strip() + '*'));
        if (text.replaceAll("`[^`]*`", "").matches(".*(?:<|\\{@|&\\w).*")) {
            throw new IllegalArgumentException("Not a Javadoc element that rule pages know: " + text);
        }
        return text;
    }

    private static String link(MatchResult link) {
        String type = link.group(1);
        String member = link.group(2) == null ? "" : link.group(2).replace(" ", "");
        String label = link.group(3) == null ? type : link.group(3).strip();
        if (!type.startsWith("java.")) {
            throw new IllegalArgumentException("Only links into the JDK: " + type);
        }
        return "[" + label + "](" + JDK + type.replace('.', '/') + ".html" + member + ")";
    }

    /** Breaks lines, but never inside code or a link. */
    private static String wrap(String text, String first, String next) {
        StringBuilder out = new StringBuilder(first);
        int column = first.length();
        boolean isStart = true;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (!isStart && column + 1 + word.length() > WIDTH) {
                out.append('\n').append(next).append(word);
                column = next.length() + word.length();
            } else {
                out.append(isStart ? "" : " ").append(word);
                column += word.length() + (isStart ? 0 : 1);
            }
            isStart = false;
        }
        return out.toString();
    }
}
