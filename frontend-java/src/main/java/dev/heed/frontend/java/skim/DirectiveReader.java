package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Directive;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the directives of a Java source: comments {@code heed: ignore[rule] reason}, and annotations
 * {@code @SuppressWarnings("heed:rule")}. It needs no tree, so that a source that does not compile keeps its own.
 *
 * <p>A comment behind code is about its line; one on a line of its own, about what comes next, with all in it; one that is the
 * first thing in the block of a {@code catch}, or the only thing in any block, about the block with its head. An annotation
 * is about what it stands on.
 */
public final class DirectiveReader {
    /** Nothing without this in it holds a directive. */
    private static final String MARK = "heed:";

    private final Tokens tokens;
    private final LineTable lines;
    private final DirectiveText texts;
    private final List<Directive> found = new ArrayList<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private final List<Element> open = new ArrayList<>();
    private final List<DirectiveText.Draft> next = new ArrayList<>();
    /** Where what stands here began, from the last semicolon or brace on; negative if nothing has. */
    private int start = -1;

    private DirectiveReader(SourceFile file, String text) {
        this.tokens = new Tokens(text);
        this.lines = tokens.lines();
        this.texts = new DirectiveText(file, text, lines);
    }

    /** The directives in a text, in the order of their places. */
    public static List<Directive> read(SourceFile file, String text) {
        return text.contains(MARK) ? new DirectiveReader(file, text).read() : List.of();
    }

    /** A bracket that is open, and the start of what it belongs to. */
    private static final class Bracket {
        private final char kind;
        private final int head;
        private final boolean isCatch;
        /** Directives about all of it. */
        private final List<DirectiveText.Draft> drafts = new ArrayList<>();

        Bracket(char kind, int head, boolean isCatch) {
            this.kind = kind;
            this.head = head;
            this.isCatch = isCatch;
        }
    }

    /** A statement, declaration or parameter that a directive is about, until it ends. */
    private static final class Element {
        private final DirectiveText.Draft draft;
        private final int start;
        private final int depth;
        private final boolean isDo;
        private final boolean isCase;
        /** It holds an expression: a brace does not end it. */
        private boolean isExpression;

        private int end;
        /** It has ended, unless it goes on with {@code else} or the like. */
        private boolean mayEnd;

        Element(DirectiveText.Draft draft, int start, int depth, boolean isDo, boolean isCase) {
            this.draft = draft;
            this.start = start;
            this.depth = depth;
            this.isDo = isDo;
            this.isCase = isCase;
        }
    }

    private List<Directive> read() {
        char before = Tokens.END;
        while (true) {
            comments(before);
            if (tokens.kind() == Tokens.END) {
                break;
            }
            before = tokens.kind();
            if (start < 0) {
                start = tokens.start();
            }
            endThose();
            begin();
            if (before == '@') {
                annotation();
            }
            follow(before);
            tokens.next();
        }
        open.forEach(element -> {
            found.add(element.draft.about(lines.span(element.start, element.mayEnd ? element.end : tokens.lastEnd())));
        });
        next.forEach(draft -> found.add(draft.about(draft.line())));
        brackets.forEach(bracket ->
                bracket.drafts.forEach(draft -> found.add(draft.about(lines.span(bracket.head, tokens.lastEnd())))));
        found.sort(Comparator.comparing(Directive::place));
        return List.copyOf(found);
    }

    /** The comments in front of the token here. */
    private void comments(char before) {
        for (DirectiveText.Draft draft : texts.comments(tokens.lastEnd(), tokens.start())) {
            Bracket around = brackets.peek();
            boolean isFirst = before == '{' && around != null && around.kind == '{';
            if (!draft.standsAlone()) {
                found.add(draft.about(draft.line()));
            } else if (isFirst && around != null && (around.isCatch || tokens.kind() == '}')) {
                around.drafts.add(draft);
            } else {
                next.add(draft);
            }
        }
    }

    /** The elements that the token here does not go on with. */
    private void endThose() {
        boolean goesOn =
                tokens.kind() == Tokens.WORD && (tokens.is("else") || tokens.is("catch") || tokens.is("finally"));
        boolean isWhile = tokens.is("while");
        open.removeIf(element -> {
            boolean ends = element.mayEnd && !goesOn && !(element.isDo && isWhile);
            element.mayEnd = element.mayEnd && ends;
            if (ends) {
                found.add(element.draft.about(lines.span(element.start, element.end)));
            }
            return ends;
        });
    }

    private void begin() {
        char kind = tokens.kind();
        for (DirectiveText.Draft draft : next) {
            if (kind == '}' || kind == ')' || kind == ']') {
                found.add(draft.about(draft.line())); // nothing comes next
            } else {
                begin(draft);
            }
        }
        next.clear();
    }

    private void begin(DirectiveText.Draft draft) {
        open.add(new Element(
                draft, tokens.start(), brackets.size(), tokens.is("do"), tokens.is("case") || tokens.is("default")));
    }

    private void annotation() {
        int at = tokens.start();
        DirectiveText.@Nullable Draft draft = texts.annotation(tokens);
        tokens.reset(at);
        if (draft != null) {
            begin(draft);
        }
    }

    /** What a token means for the brackets and for the elements that are open. */
    private void follow(char kind) {
        switch (kind) {
            case '(', '[', '{' -> {
                brackets.push(new Bracket(kind, start, texts.isAt("catch", start)));
                start = -1;
            }
            case ')', ']', '}' -> close(kind);
            case ';' -> {
                endAt(tokens.end());
                start = -1;
            }
            case ',' -> {
                Bracket around = brackets.peek();
                if (around != null && around.kind == '(') {
                    endAt(tokens.start());
                    start = -1;
                }
            }
            default -> open.forEach(element -> element.isExpression |= isExpression(element, kind));
        }
    }

    private boolean isExpression(Element element, char kind) {
        if (element.depth != brackets.size()) {
            return false;
        }
        return switch (kind) {
            case '=' -> true;
            case '>' -> !element.isCase && tokens.lastEnd() == tokens.start() && texts.isAt("->", tokens.start() - 1);
            case Tokens.WORD -> tokens.is("return") || tokens.is("throw") || tokens.is("new") || tokens.is("yield");
            default -> false;
        };
    }

    private void close(char kind) {
        Bracket bracket = brackets.poll();
        if (bracket == null) {
            return; // more are closed than were open
        }
        bracket.drafts.forEach(draft -> found.add(draft.about(lines.span(bracket.head, tokens.end()))));
        int depth = brackets.size();
        open.removeIf(element -> {
            if (element.depth > depth) {
                found.add(element.draft.about(lines.span(element.start, tokens.lastEnd())));
                return true;
            }
            if (kind == '}' && element.depth == depth && !element.isExpression) {
                element.end = tokens.end();
                element.mayEnd = true;
            }
            return false;
        });
        start = kind == '}' && (brackets.isEmpty() || brackets.peek().kind == '{') ? -1 : bracket.head;
    }

    private void endAt(int end) {
        for (Element element : open) {
            if (element.depth == brackets.size()) {
                element.end = end;
                element.mayEnd = true;
            }
        }
    }
}
