package dev.heed.frontend.java;

import dev.heed.engine.bound.WorkerThread;
import java.util.function.BooleanSupplier;

/** Words and brackets of a source text; comments and literals are skipped. Takes any text. */
final class JavaLexer {
    private static final int DEEPEST_TEMPLATE = 50;

    private final String text;
    private int start;
    private int end;
    private int lastEnd;

    JavaLexer(String text) {
        this.text = text;
        next();
    }

    boolean atEnd() {
        return start >= text.length();
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Where the token before ended. */
    int lastEnd() {
        return lastEnd;
    }

    String token() {
        return text.substring(start, end);
    }

    boolean is(String token) {
        return end - start == token.length() && text.startsWith(token, start);
    }

    boolean isFirstInLine() {
        int i = start - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    /** Whether one of the characters comes next, blanks aside. */
    boolean isFollowedBy(char one, char other) {
        int i = end;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && (text.charAt(i) == one || text.charAt(i) == other);
    }

    /** Goes behind the bracket that closes the one here. */
    void skipBrackets() {
        skipBrackets(() -> false);
    }

    /** The same, offering each token to {@code consumer} first: if it says yes, it has gone on itself. */
    void skipBrackets(BooleanSupplier consumer) {
        int depth = 0;
        while (!atEnd()) {
            char c = text.charAt(start);
            if (end - start == 1 && (c == '(' || c == '[' || c == '{')) {
                depth++;
            } else if (end - start == 1 && (c == ')' || c == ']' || c == '}')) {
                depth--;
            } else if (consumer.getAsBoolean()) {
                continue;
            }
            next();
            if (depth == 0) {
                return;
            }
        }
    }

    /** Goes behind the parameters that begin here; not beyond a brace or semicolon, which says that they are not closed. */
    void skipParameters() {
        int depth = 0;
        while (!atEnd()) {
            if (is("(")) {
                depth++;
            } else if (is(")")) {
                depth--;
            } else if (depth == 1 && (is("{") || is("}") || is(";"))) {
                return;
            }
            next();
            if (depth == 0) {
                return;
            }
        }
    }

    void next() {
        WorkerThread.check();
        lastEnd = end;
        int i = end;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (text.startsWith("//", i)) {
                i = lineEnd(i);
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                i = close < 0 ? text.length() : close + 2;
            } else if (c == '"' || c == '\'') {
                i = literal(i, 0);
            } else {
                break;
            }
        }
        start = i;
        if (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
        } else if (i < text.length()) {
            i++;
            if (text.charAt(start) == '=' && i < text.length() && text.charAt(i) == '=') {
                i++;
            }
        }
        end = i;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** The end of a string, text block, or character that starts here; an open string ends with its line. */
    private int literal(int from, int depth) {
        boolean isBlock = text.startsWith("\"\"\"", from);
        char quote = text.charAt(from);
        int i = from + (isBlock ? 3 : 1);
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                boolean isTemplate = i + 1 < text.length() && text.charAt(i + 1) == '{' && quote == '"';
                i = isTemplate ? template(i + 2, depth) : i + 2;
            } else if (isBlock ? text.startsWith("\"\"\"", i) : c == quote) {
                return i + (isBlock ? 3 : 1);
            } else if (!isBlock && (c == '\n' || c == '\r')) {
                return i;
            } else {
                i++;
            }
        }
        return text.length();
    }

    /** The end of an expression in a string template. */
    private int template(int from, int depth) {
        int open = 1;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' && depth < DEEPEST_TEMPLATE) {
                i = literal(i, depth + 1);
                continue;
            } else if (c == '{') {
                open++;
            } else if (c == '}' && --open == 0) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
            i++;
        }
        return text.length();
    }
}
