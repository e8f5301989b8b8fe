package dev.heed.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Markdown as rules' pages use, as HTML. All of it is escaped; a link leads to the web or to another rule here. */
final class HtmlMarkdown {
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->\\R?");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+\\.)\\s+(.*)");
    private static final Pattern RULE_LINE = Pattern.compile("\\|[\\s:|-]+\\|?");
    private static final Pattern INLINE =
            Pattern.compile("`([^`]+)`|\\[([^\\]\\[]+)]\\(([^()\\s]+(?:\\([^()\\s]*\\))?)\\)"
                    + "|\\*\\*([^*]+)\\*\\*|(?<![*\\w])\\*([^*\\s][^*]*)\\*(?![*\\w])");
    private static final Pattern RULE_PAGE = Pattern.compile("(?:\\./)?([a-z0-9-]+)\\.md");

    private final Set<String> rules;
    private final StringBuilder out = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    /** The element that the paragraph becomes. */
    private String element = "p";

    private boolean isList;
    private boolean isTable;
    private boolean isCode;

    private HtmlMarkdown(Set<String> rules) {
        this.rules = rules;
    }

    /**
     * Renders a page.
     *
     * @param rules those that have a place in the same document
     */
    static String of(String markdown, Set<String> rules) {
        HtmlMarkdown html = new HtmlMarkdown(rules);
        COMMENT.matcher(markdown).replaceAll("").lines().forEach(html::line);
        html.end();
        return html.out.append(html.isCode ? "</code></pre>\n" : "").toString();
    }

    private void line(String line) {
        if (line.strip().startsWith("```")) {
            end();
            isCode = !isCode;
            out.append(isCode ? "<pre><code>" : "</code></pre>\n");
        } else if (isCode) {
            SourceText code = new SourceText(line);
            out.append(HtmlLine.of(code, 1, 0, List.of())).append('\n');
        } else {
            prose(line);
        }
    }

    private void prose(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            end();
        } else if (line.startsWith("#")) {
            end();
            // The page has headings of its own above these.
            int level = Math.min(6, line.length() - line.replaceFirst("^#+", "").length() + 3);
            String text = inline(line.replaceFirst("^#+\\s*", ""));
            out.append("<h")
                    .append(level)
                    .append('>')
                    .append(text)
                    .append("</h")
                    .append(level)
                    .append(">\n");
        } else if (line.startsWith("|")) {
            row(line);
        } else if (item.matches()) {
            flush();
            out.append(isList ? "" : "<ul>\n");
            isList = true;
            element = "li";
            paragraph.add(item.group(1));
        } else {
            paragraph.add(line.strip());
        }
    }

    private void row(String line) {
        flush();
        if (RULE_LINE.matcher(line).matches()) {
            return;
        }
        String cell = isTable ? "td" : "th";
        out.append(isTable ? "" : "<div class=\"wide\"><table>\n");
        isTable = true;
        out.append("<tr>");
        Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .forEach(text -> out.append('<')
                        .append(cell)
                        .append('>')
                        .append(inline(text.strip()))
                        .append("</")
                        .append(cell)
                        .append('>'));
        out.append("</tr>\n");
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            out.append('<').append(element).append('>').append(inline(String.join(" ", paragraph)));
            out.append("</").append(element).append(">\n");
            paragraph.clear();
        }
        element = "p";
    }

    private void end() {
        flush();
        out.append(isList ? "</ul>\n" : "").append(isTable ? "</table></div>\n" : "");
        isList = false;
        isTable = false;
    }

    private String inline(String text) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            html.append(Html.text(text.substring(at, matcher.start())));
            if (matcher.group(1) != null) {
                html.append("<code>").append(Html.text(matcher.group(1))).append("</code>");
            } else if (matcher.group(2) != null) {
                html.append(link(inline(matcher.group(2)), matcher.group(3)));
            } else if (matcher.group(4) != null) {
                html.append("<b>").append(inline(matcher.group(4))).append("</b>");
            } else {
                html.append("<em>").append(inline(matcher.group(5))).append("</em>");
            }
            at = matcher.end();
        }
        return html.append(Html.text(text.substring(at))).toString();
    }

    private String link(String shown, String target) {
        Matcher page = RULE_PAGE.matcher(target);
        if (page.matches() && rules.contains(page.group(1))) {
            return "<a href=\"#rule-" + page.group(1) + "\">" + shown + "</a>";
        }
        if (target.startsWith("https://") || target.startsWith("http://")) {
            return "<a href=\"" + Html.text(target) + "\" rel=\"noreferrer\">" + shown + "</a>";
        }
        return shown;
    }
}
