package com.github.javaparser;

import static com.github.javaparser.GeneratedJavaParserConstants.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The tokens of a text, blanks and comments left out. What is rare or wrong is not read at all. */
@NullMarked
final class DirectTokens extends GeneratedJavaParserTokenManager {
    private static final int CHECK_EVERY = 1024;
    private static final int[] SINGLE = new int[128];

    static {
        SINGLE['('] = LPAREN;
        SINGLE[')'] = RPAREN;
        SINGLE['{'] = LBRACE;
        SINGLE['}'] = RBRACE;
        SINGLE['['] = LBRACKET;
        SINGLE[']'] = RBRACKET;
        SINGLE[';'] = SEMICOLON;
        SINGLE[','] = COMMA;
        SINGLE['@'] = AT;
        SINGLE['~'] = TILDE;
        SINGLE['?'] = HOOK;
    }

    private final char[] text;
    private final NamePool names;
    private final Runnable onProgress;
    private final List<JavaToken> last = new ArrayList<>(1);
    private @Nullable JavaToken first;
    private int position;
    private int line = 1;
    private int lineStart;
    private int lastLineStart;
    private int count;
    private @Nullable RuntimeException ended;

    DirectTokens(String text, NamePool names, Runnable onProgress) {
        super(null);
        this.text = text.toCharArray();
        this.names = names;
        this.onProgress = onProgress;
    }

    /** Here stands what the parser's own tokens are for. */
    static final class RareTokenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RareTokenException() {
            super(null, null, false, false);
        }
    }

    @Override
    @Nullable
    JavaToken getHomeToken() {
        return first;
    }

    @Override
    public Token getNextToken() {
        if (++count % CHECK_EVERY == 0) {
            progress();
        }
        skip();
        int start = position;
        if (start == text.length) {
            return end();
        }
        char c = text[start];
        if (isLetter(c)) {
            return word(start);
        } else if (c >= 128) {
            throw new RareTokenException();
        }
        int single = SINGLE[c];
        if (single != 0) {
            position++;
            return token(single, image(single), start, position);
        }
        return switch (c) {
            case '"' -> string(start);
            case '\'' -> character(start);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(start);
            case '.' ->
                isDigit(at(start + 1))
                        ? number(start)
                        : at(start + 1) == '.' && at(start + 2) == '.'
                                ? operator(ELLIPSIS, start, 3)
                                : operator(DOT, start, 1);
            default -> operator(start, c);
        };
    }

    /** The end stands on the last character. */
    private Token end() {
        Token end = Token.newToken(EOF, "");
        boolean isBehindLine = position == lineStart && line > 1;
        end.beginLine = isBehindLine || text.length == 0 ? line - 1 : line;
        end.beginColumn = position - (isBehindLine ? lastLineStart : lineStart);
        end.endLine = end.beginLine;
        end.endColumn = end.beginColumn;
        return placed(end);
    }

    private void progress() {
        try {
            onProgress.run();
        } catch (RuntimeException e) {
            ended = e;
            throw e;
        }
    }

    /** Whether whoever waits for the text has thrown this. */
    boolean isEndedBy(RuntimeException thrown) {
        return thrown == ended;
    }

    private void skip() {
        while (position < text.length) {
            char c = text[position];
            if (c == '\n') {
                newLine();
            } else if (c == '\r') {
                if (at(position + 1) == '\n') {
                    position++;
                }
                newLine();
            } else if (c == ' ' || c == '\t' || c == '\f') {
                position++;
            } else if (c == '/' && (at(position + 1) == '/' || at(position + 1) == '*')) {
                comment(at(position + 1) == '*');
            } else {
                return;
            }
        }
    }

    private void newLine() {
        position++;
        line++;
        lastLineStart = lineStart;
        lineStart = position;
    }

    private void comment(boolean isBlock) {
        position += 2;
        while (position < text.length) {
            char c = text[position];
            if (isBlock && c == '*' && at(position + 1) == '/') {
                position += 2;
                return;
            } else if (c == '\n' || (c == '\r' && at(position + 1) != '\n')) {
                if (!isBlock) {
                    return;
                }
                newLine();
            } else {
                position++;
            }
        }
        if (isBlock) {
            throw new RareTokenException();
        }
    }

    private char at(int index) {
        return index < text.length ? text[index] : 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPart(char c) {
        return isLetter(c) || isDigit(c);
    }

    private Token word(int start) {
        int end = start + 1;
        while (end < text.length && isPart(text[end])) {
            end++;
        }
        rareIfPart(end);
        NamePool.Name name = names.of(text, start, end);
        if (name.text().equals("non") && at(end) == '-') {
            throw new RareTokenException(); // non-sealed
        }
        position = end;
        return token(name.kind(), name.text(), start, end);
    }

    /** Names may hold almost any character. */
    private void rareIfPart(int end) {
        char next = at(end);
        if (end < text.length && (next >= 127 || (next < ' ' && !isBlank(next)) || next == '\\')) {
            throw new RareTokenException();
        }
    }

    private static boolean isBlank(char c) {
        return c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    private Token string(int start) {
        if (at(start + 1) == '"' && at(start + 2) == '"') {
            throw new RareTokenException(); // a text block
        }
        int end = quoted(start, '"');
        position = end;
        return token(STRING_LITERAL, new String(text, start, end - start), start, end);
    }

    private Token character(int start) {
        int end = quoted(start, '\'');
        boolean isPlain = end - start == 3 && text[start + 1] != '\\';
        boolean isEscape = end - start == 4 && text[start + 1] == '\\' && !isDigit(text[start + 2]);
        if (!isPlain && !isEscape) {
            throw new RareTokenException();
        }
        position = end;
        return token(CHARACTER_LITERAL, new String(text, start, end - start), start, end);
    }

    /** Behind the quote that closes a literal. */
    private int quoted(int start, char quote) {
        int i = start + 1;
        while (i < text.length && text[i] != quote) {
            char c = text[i];
            if (c == '\n' || c == '\r' || (c == '\\' && !isSimpleEscape(at(i + 1)))) {
                throw new RareTokenException();
            }
            i += c == '\\' ? 2 : 1;
        }
        if (i >= text.length) {
            throw new RareTokenException();
        }
        return i + 1;
    }

    private static boolean isSimpleEscape(char c) {
        return "ntbrfs\\'\"0".indexOf(c) >= 0;
    }

    private Token number(int start) {
        int end = digits(start);
        boolean isReal = false;
        char next = at(end);
        if (text[start] == '0' && end == start + 1 && "xXbB".indexOf(next) >= 0) {
            end++;
            boolean isHex = next == 'x' || next == 'X';
            int from = end;
            while (isPart(at(end))
                    && (isHex
                            ? Character.digit(text[end], 16) >= 0 || text[end] == '_'
                            : isDigit(text[end]) || text[end] == '_')) {
                end++;
            }
            if (end == from || at(end) == '.' || at(end) == 'p' || at(end) == 'P') {
                throw new RareTokenException();
            }
        } else {
            if (next == '.') {
                isReal = true;
                end = digits(end + 1);
            }
            if (at(end) == 'e' || at(end) == 'E') {
                isReal = true;
                int sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
                if (!isDigit(at(end + 1 + sign))) {
                    throw new RareTokenException();
                }
                end = digits(end + 1 + sign);
            }
            if (at(end) != 0 && "fFdD".indexOf(at(end)) >= 0) {
                isReal = true;
                end++;
            } else if (!isReal && text[start] == '0' && !isOctal(start, end)) {
                throw new RareTokenException();
            }
        }
        int kind = isReal ? FLOATING_POINT_LITERAL : INTEGER_LITERAL;
        if (!isReal && (at(end) == 'l' || at(end) == 'L')) {
            kind = LONG_LITERAL;
            end++;
        }
        if (isPart(at(end)) || text[end - 1] == '_') {
            throw new RareTokenException();
        }
        rareIfPart(end);
        position = end;
        return token(kind, new String(text, start, end - start), start, end);
    }

    private boolean isOctal(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '8' || text[i] == '9') {
                return false;
            }
        }
        return true;
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(at(end)) || (end > from && at(end) == '_')) {
            end++;
        }
        return end;
    }

    private Token operator(int start, char c) {
        char next = at(start + 1);
        boolean isAssignment = next == '=';
        boolean isDouble = next == c;
        return switch (c) {
            case '=' -> isDouble ? operator(EQ, start, 2) : operator(ASSIGN, start, 1);
            case '!' -> isAssignment ? operator(NE, start, 2) : operator(BANG, start, 1);
            case ':' -> isDouble ? operator(DOUBLECOLON, start, 2) : operator(COLON, start, 1);
            case '+' -> isDouble ? operator(INCR, start, 2) : assignment(isAssignment, PLUSASSIGN, PLUS, start);
            case '-' ->
                isDouble
                        ? operator(DECR, start, 2)
                        : next == '>' ? operator(ARROW, start, 2) : assignment(isAssignment, MINUSASSIGN, MINUS, start);
            case '*' -> assignment(isAssignment, STARASSIGN, STAR, start);
            case '/' -> assignment(isAssignment, SLASHASSIGN, SLASH, start);
            case '%' -> assignment(isAssignment, REMASSIGN, REM, start);
            case '^' -> assignment(isAssignment, XORASSIGN, XOR, start);
            case '&' -> isDouble ? operator(SC_AND, start, 2) : assignment(isAssignment, ANDASSIGN, BIT_AND, start);
            case '|' -> isDouble ? operator(SC_OR, start, 2) : assignment(isAssignment, ORASSIGN, BIT_OR, start);
            case '<' ->
                isDouble
                        ? (at(start + 2) == '=' ? operator(LSHIFTASSIGN, start, 3) : operator(LSHIFT, start, 2))
                        : assignment(isAssignment, LE, LT, start);
            case '>' -> greater(start);
            default -> throw new RareTokenException();
        };
    }

    private Token assignment(boolean isAssignment, int assignment, int plain, int start) {
        return isAssignment ? operator(assignment, start, 2) : operator(plain, start, 1);
    }

    /** The parser puts shifts together itself, since the same may close several type arguments. */
    private Token greater(int start) {
        int shift = 1;
        while (shift < 3 && at(start + shift) == '>') {
            shift++;
        }
        if (at(start + shift) == '=') {
            int kind = shift == 1 ? GE : shift == 2 ? RSIGNEDSHIFTASSIGN : RUNSIGNEDSHIFTASSIGN;
            return operator(kind, start, shift + 1);
        }
        position = start + 1;
        int real = shift == 1 ? GT : shift == 2 ? RSIGNEDSHIFT : RUNSIGNEDSHIFT;
        Token token = Token.newToken(GT, image(real));
        token.realKind = real;
        return placed(token, start, start + shift);
    }

    private Token operator(int kind, int start, int length) {
        position = start + length;
        return token(kind, image(kind), start, position);
    }

    private static String image(int kind) {
        return jjstrLiteralImages[kind];
    }

    private Token token(int kind, String image, int start, int end) {
        return placed(Token.newToken(kind, image), start, end);
    }

    private Token placed(Token token, int start, int end) {
        token.beginLine = line;
        token.beginColumn = start - lineStart + 1;
        token.endLine = line;
        token.endColumn = end - lineStart;
        return placed(token);
    }

    private Token placed(Token token) {
        JavaToken made = new JavaToken(token, last);
        token.javaToken = made;
        if (first == null) {
            first = made;
            last.add(made);
        } else {
            last.set(0, made);
        }
        return token;
    }
}
