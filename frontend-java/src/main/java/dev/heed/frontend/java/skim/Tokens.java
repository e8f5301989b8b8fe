package dev.heed.frontend.java.skim;

import dev.heed.engine.ir.Words;

/**
 * The tokens of a Java text, one after the other; comments and blanks are skipped. Strings and the like are one token each;
 * of operators each character is.
 */
final class Tokens {
    /** What a token is, where it is not the character that it consists of. */
    static final char END = 0;

    static final char WORD = 'a';
    static final char NUMBER = '0';
    static final char LITERAL = '"';

    private static final boolean[] PART = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            PART[c] = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
        }
    }

    private final String text;
    private final int length;
    private char kind;
    private int start;
    private int end;
    private int lastEnd;
    private boolean isStrange;

    Tokens(String text) {
        this.text = text;
        this.length = text.length();
        next();
    }

    /** {@link #WORD}, {@link #NUMBER}, {@link #LITERAL}, {@link #END}, or the character. */
    char kind() {
        return kind;
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

    /** Whether something was met that this does not know how to read: a unicode escape in code, a literal without an end. */
    boolean isStrange() {
        return isStrange;
    }

    String text() {
        return text.substring(start, end);
    }

    boolean is(String word) {
        return end - start == word.length() && text.startsWith(word, start);
    }

    int hash() {
        return Words.hash(text, start, end);
    }

    /** Goes back to a token that began here. */
    void reset(int position) {
        end = position;
        next();
    }

    void next() {
        lastEnd = end;
        int i = skipBlanks(end);
        start = i;
        if (i >= length) {
            kind = END;
            end = length;
            start = length;
            return;
        }
        char c = text.charAt(i);
        if (isPart(c)) {
            kind = c >= '0' && c <= '9' ? NUMBER : WORD;
            i++;
            while (i < length && (isPart(text.charAt(i)) || (kind == NUMBER && text.charAt(i) == '.'))) {
                i++;
            }
        } else if (c == '"') {
            kind = LITERAL;
            i = text.startsWith("\"\"\"", i) ? textBlock(i + 3) : literal(i + 1, c);
        } else if (c == '\'') {
            kind = LITERAL;
            i = literal(i + 1, c);
        } else {
            kind = c;
            isStrange |= c == '\\';
            i++;
        }
        end = i;
    }

    private static boolean isPart(char c) {
        return c < 128 ? PART[c] : Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < length) {
            char c = text.charAt(i);
            if (c <= ' ') {
                i++;
            } else if (c == '/' && i + 1 < length && text.charAt(i + 1) == '/') {
                i = lineEnd(i + 2);
            } else if (c == '/' && i + 1 < length && text.charAt(i + 1) == '*') {
                int close = text.indexOf("*/", i + 2);
                isStrange |= close < 0;
                i = close < 0 ? length : close + 2;
            } else {
                break;
            }
        }
        return i;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < length && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int literal(int from, char quote) {
        int i = from;
        while (i < length) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            } else if (c == '\n' || c == '\r') {
                break;
            }
            // In a string template code follows; nobody has those any more.
            isStrange |= c == '\\' && i + 1 < length && text.charAt(i + 1) == '{';
            i += c == '\\' ? 2 : 1;
        }
        isStrange = true;
        return Math.min(i, length);
    }

    private int textBlock(int from) {
        int i = from;
        while (i < length && !text.startsWith("\"\"\"", i)) {
            isStrange |= text.startsWith("\\{", i);
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        isStrange |= i >= length;
        return Math.min(length, i + 3);
    }
}
