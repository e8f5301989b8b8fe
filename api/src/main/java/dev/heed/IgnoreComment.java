package dev.heed;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Directive;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.skim.DirectiveReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the comment {@code // heed: ignore[rule] reason} for findings, where {@code docs/suppressions.md} says that it is about
 * them: behind the line that they begin in; in the comment that is there already if it is about them; and where nothing can
 * stand behind the line, as within a text block, on a line of its own above the nearest statement that they are in. Each place
 * is tried out: the comment is read again in the text as it would be.
 */
public final class IgnoreComment {
    /** The rule that looks at suppressions; a suppression of it would be the next thing to look at. */
    static final String UNUSED = "unused-suppression";

    private static final int MOST_LINES_UP = 200;

    private final SourceFile file;
    private final String text;
    private final String lineEnd;

    /** For a text of a file. */
    public IgnoreComment(SourceFile file, String text) {
        this.file = file;
        this.text = text;
        int end = text.indexOf('\n');
        lineEnd = end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : end < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
    }

    /** Whether a finding can be suppressed at all. */
    public static boolean canIgnore(Finding finding) {
        return !finding.rule().equals(UNUSED);
    }

    /**
     * The edit for findings that begin in one line.
     *
     * @param findings of the text as it is
     * @param reason one line; may be empty
     * @return empty if there is no place for the comment
     */
    public Optional<TextEdit> edit(List<Finding> findings, String reason) {
        Set<String> rules = new LinkedHashSet<>();
        findings.forEach(finding -> rules.add(finding.rule()));
        List<Span> places = findings.stream().map(Finding::span).toList();
        int line = places.get(0).startLine();
        int start = lineStart(line);
        if (start < 0) {
            return Optional.empty();
        }
        List<Directive> there = DirectiveReader.read(file, text);
        for (Directive directive : there) {
            boolean isComment = text.startsWith("/", offset(directive.place().before()));
            if (isComment
                    && directive.place().startLine() == line
                    && places.stream().allMatch(directive::covers)) {
                return merged(directive, rules).filter(edit -> isRead(edit, rules, places, 0));
            }
        }
        String comment = "// heed: ignore[" + String.join(", ", rules) + "]" + (reason.isEmpty() ? "" : " " + reason);
        int end = contentEnd(start);
        TextEdit behind = insertion(end, blankBefore(end) ? comment : " " + comment);
        if (isRead(behind, rules, places, 0)) {
            return Optional.of(behind);
        }
        for (int above = line; above >= Math.max(1, line - MOST_LINES_UP); above--) {
            int at = lineStart(above);
            TextEdit edit = insertion(at, indent(at) + comment + lineEnd);
            if (isRead(edit, rules, places, 1)) {
                return Optional.of(edit);
            }
        }
        return Optional.empty();
    }

    /** The directive that is there, with more names. */
    private Optional<TextEdit> merged(Directive directive, Set<String> rules) {
        if (directive.elements().isEmpty()) {
            // It names nothing: its brackets are missing, or empty.
            int from = offset(directive.place().before());
            int word = text.indexOf("ignore", text.indexOf("heed:", from)) + "ignore".length();
            int close = text.startsWith("[", word) ? text.indexOf(']', word) + 1 : word;
            return Optional.of(new TextEdit(file, span(word, close), "[" + String.join(", ", rules) + "]"));
        }
        Set<String> names = new LinkedHashSet<>(directive.names());
        names.addAll(rules);
        return Optional.of(new TextEdit(file, directive.listed(), String.join(", ", names)));
    }

    /** Whether the text with an edit has comments that are about all of the findings. */
    private boolean isRead(TextEdit edit, Set<String> rules, List<Span> places, int linesAdded) {
        int from = offset(edit.span().before());
        int to = offset(edit.span().after());
        String after = text.substring(0, from) + edit.replacement() + text.substring(to);
        List<Directive> directives = DirectiveReader.read(file, after);
        for (Span place : places) {
            Span moved = new Span(
                    place.startLine() + linesAdded,
                    place.startColumn(),
                    place.startLine() + linesAdded,
                    place.startColumn());
            Set<String> named = new LinkedHashSet<>();
            directives.stream()
                    .filter(directive -> directive.covers(moved))
                    .forEach(directive -> named.addAll(directive.names()));
            if (!named.containsAll(rules)) {
                return false;
            }
        }
        return true;
    }

    private TextEdit insertion(int at, String inserted) {
        return new TextEdit(file, span(at, at), inserted);
    }

    private boolean blankBefore(int offset) {
        return offset > 0 && (text.charAt(offset - 1) == ' ' || text.charAt(offset - 1) == '\t');
    }

    private String indent(int lineStart) {
        int end = lineStart;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(lineStart, end);
    }

    private int contentEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Where a line begins, from 1; negative if there is none. */
    private int lineStart(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = contentEnd(start);
            if (end == text.length()) {
                return -1;
            }
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return start;
    }

    private int offset(Span place) {
        return lineStart(place.startLine()) + place.startColumn() - 1;
    }

    private Span span(int from, int to) {
        int line = 1;
        int start = 0;
        for (int end = contentEnd(0); end < from; end = contentEnd(start)) {
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
            line++;
        }
        return new Span(line, from - start + 1, line, to - start + 1);
    }

    /** A text with comments, and what became of the findings. */
    record Result(String text, List<Finding> ignored, List<Finding> left) {}

    /** Writes the comments for all findings of a file. */
    static Result all(SourceFile file, String text, List<Finding> findings, String reason) {
        List<Finding> ignored = new ArrayList<>();
        List<Finding> left = new ArrayList<>();
        String now = text;
        // From the last line up: what is inserted moves nothing that is still to be done.
        List<Finding> open = new ArrayList<>(findings);
        open.sort(Finding.ORDER.reversed());
        while (!open.isEmpty()) {
            int line = open.get(0).span().startLine();
            List<Finding> those = new ArrayList<>(
                    open.stream().filter(one -> one.span().startLine() == line).toList());
            open.removeAll(those);
            those.sort(Finding.ORDER);
            IgnoreComment comment = new IgnoreComment(file, now);
            @Nullable TextEdit edit = comment.edit(those, reason).orElse(null);
            if (edit == null) {
                left.addAll(those);
                continue;
            }
            now = now.substring(0, comment.offset(edit.span().before()))
                    + edit.replacement()
                    + now.substring(comment.offset(edit.span().after()));
            ignored.addAll(those);
        }
        ignored.sort(Finding.ORDER);
        left.sort(Finding.ORDER);
        return new Result(now, ignored, left);
    }
}
