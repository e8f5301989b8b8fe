package dev.heed.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows Markdown in a terminal: as much of it as rule pages use (headings, paragraphs, lists, code blocks, inline code,
 * emphasis, links, and tables: those of one row as a list of what they say, others as they are).
 */
final class MarkdownText {
    private static final Pattern LIST_ITEM = Pattern.compile("(\\s*)([-*+]|\\d+\\.)\\s+(.*)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![*\\w])[*_]([^*_]+)[*_](?![*\\w])");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)\\s]+)\\)");

    private final int width;
    private final boolean isColoured;
    private final StringBuilder out = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private final List<String> table = new ArrayList<>();
    private String first = "";
    private String indent = "";

    private MarkdownText(int width, boolean isColoured) {
        this.width = width;
        this.isColoured = isColoured;
    }

    static String render(String markdown, int width, boolean isColoured) {
        MarkdownText text = new MarkdownText(width, isColoured);
        markdown.lines().forEach(new LineReader(text)::line);
        text.endParagraph();
        text.endTable();
        return text.out.toString();
    }

    /** Knows whether it is inside a code block. */
    private static final class LineReader {
        private final MarkdownText text;
        private boolean isCode;

        LineReader(MarkdownText text) {
            this.text = text;
        }

        void line(String line) {
            if (line.strip().startsWith("```")) {
                text.endParagraph();
                isCode = !isCode;
            } else if (isCode) {
                text.out.append("    ").append(text.paint("36", line)).append('\n');
            } else {
                text.textLine(line);
            }
        }
    }

    private void textLine(String line) {
        if (line.startsWith("|")) {
            endParagraph();
            table.add(line);
            return;
        }
        endTable();
        Matcher item = LIST_ITEM.matcher(line);
        if (line.isBlank()) {
            endParagraph();
            if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
                out.append('\n');
            }
        } else if (line.startsWith("#")) {
            endParagraph();
            out.append(paint("1", line.replaceFirst("^#+\\s*", "").replace("`", "")))
                    .append('\n');
        } else if (item.matches()) {
            endParagraph();
            first = item.group(1) + (item.group(2).length() == 1 ? "- " : item.group(2) + " ");
            indent = " ".repeat(first.length());
            paragraph.add(item.group(3));
        } else {
            paragraph.add(line.strip());
        }
    }

    private void endTable() {
        boolean hasOneRow = table.size() == 3;
        List<String> heads = hasOneRow ? cells(table.get(0)) : List.of();
        List<String> values = hasOneRow ? cells(table.get(2)) : List.of();
        if (heads.size() != values.size() || heads.isEmpty()) {
            table.forEach(row -> out.append(row).append('\n'));
        } else {
            int longest = heads.stream().mapToInt(String::length).max().orElse(0);
            for (int i = 0; i < heads.size(); i++) {
                first = heads.get(i) + " ".repeat(longest - heads.get(i).length() + 2);
                indent = " ".repeat(first.length());
                paragraph.add(values.get(i));
                endParagraph();
            }
        }
        table.clear();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.replaceAll("^\\||\\|\\s*$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private void endParagraph() {
        if (paragraph.isEmpty()) {
            return;
        }
        String prefix = first;
        int column = prefix.length();
        StringBuilder line = new StringBuilder(prefix);
        boolean isEmpty = true;
        for (String word : inline(String.join(" ", paragraph)).split(" ", -1)) {
            int length = word.replaceAll("\033\\[[0-9;]*m", "").length();
            if (!isEmpty && column + 1 + length > width) {
                out.append(line).append('\n');
                line = new StringBuilder(indent);
                column = indent.length();
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            column += (isEmpty ? 0 : 1) + length;
            isEmpty = false;
        }
        out.append(line).append('\n');
        paragraph.clear();
        first = "";
        indent = "";
    }

    private String inline(String text) {
        List<String> codes = new ArrayList<>();
        // Code first: what looks like emphasis in it is none.
        String result = CODE.matcher(text).replaceAll(match -> {
            codes.add(match.group(1));
            return "\u0000" + (codes.size() - 1) + "\u0000";
        });
        result = LINK.matcher(result)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) + (match.group(2).startsWith("http") ? " <" + match.group(2) + ">" : "")));
        result = STRONG.matcher(result).replaceAll(match -> Matcher.quoteReplacement(painted("1", match.group(1))));
        result = EMPHASIS.matcher(result).replaceAll(match -> Matcher.quoteReplacement(painted("3", match.group(1))));
        for (int i = 0; i < codes.size(); i++) {
            result = result.replace("\u0000" + i + "\u0000", painted("36", codes.get(i)));
        }
        return result;
    }

    /** Word by word, so that a line break does not fall into a colour. */
    private String painted(String code, String text) {
        if (!isColoured) {
            return text;
        }
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            words.add(paint(code, word));
        }
        return String.join(" ", words);
    }

    private String paint(String code, String text) {
        return isColoured && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
