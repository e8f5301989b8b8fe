package dev.heed.frontend.java.skim;

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
    private final char[] chars;
    private final int length;
    private char kind;
    private int start;
    private int end;
    private int lastEnd;
    private boolean isStrange;

    Tokens(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.length = chars.length;
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
        return SharedNames.of(chars, start, end);
    }

    boolean is(String word) {
        return end - start == word.length() && chars[start] == word.charAt(0) && text.startsWith(word, start);
    }

    /** Whether a character comes right behind the token. */
    boolean isFollowedBy(char c) {
        return end < length && chars[end] == c;
    }

    int hash() {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + chars[i];
        }
        return hash;
    }

    /** Where the lines of the text begin. */
    LineTable lines() {
        return LineTable.of(chars);
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
        char c = chars[i];
        if (isPart(c)) {
            kind = c >= '0' && c <= '9' ? NUMBER : WORD;
            i++;
            while (i < length && (isPart(chars[i]) || (kind == NUMBER && chars[i] == '.'))) {
                i++;
            }
        } else if (c == '"') {
            kind = LITERAL;
            i = isTextBlock(i) ? textBlock(i + 3) : literal(i + 1, c);
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
            char c = chars[i];
            if (c <= ' ') {
                i++;
            } else if (c == '/' && i + 1 < length && chars[i + 1] == '/') {
                i = lineEnd(i + 2);
            } else if (c == '/' && i + 1 < length && chars[i + 1] == '*') {
                int close = text.indexOf("*/", i + 2);
                isStrange |= close < 0;
                i = close < 0 ? length : close + 2;
            } else {
                break;
            }
        }
        return i;
    }

    private boolean isTextBlock(int at) {
        return at + 2 < length && chars[at] == '"' && chars[at + 1] == '"' && chars[at + 2] == '"';
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < length && chars[i] != '\n' && chars[i] != '\r') {
            i++;
        }
        return i;
    }

    private int literal(int from, char quote) {
        int i = from;
        while (i < length) {
            char c = chars[i];
            if (c == quote) {
                return i + 1;
            } else if (c == '\n' || c == '\r') {
                break;
            }
            // In a string template code follows; nobody has those any more.
            isStrange |= c == '\\' && i + 1 < length && chars[i + 1] == '{';
            i += c == '\\' ? 2 : 1;
        }
        isStrange = true;
        return Math.min(i, length);
    }

    private int textBlock(int from) {
        int i = from;
        while (i < length && !isTextBlock(i)) {
            isStrange |= chars[i] == '\\' && i + 1 < length && chars[i + 1] == '{';
            i += chars[i] == '\\' ? 2 : 1;
        }
        isStrange |= i >= length;
        return Math.min(length, i + 3);
    }
}
