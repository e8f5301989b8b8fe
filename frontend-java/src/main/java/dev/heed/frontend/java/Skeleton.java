package dev.heed.frontend.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the members of the types of a source text are, found by its words and brackets alone. It serves texts that the
 * parser does not take as a whole; where brackets do not match it guesses.
 */
final class Skeleton {
    private static final int DEEPEST = 200;
    private static final Set<String> ACCESS = Set.of("public", "private", "protected");

    private final String text;
    private final JavaLexer lexer;
    private final List<Member> members = new ArrayList<>();
    private final List<Region> localEnums = new ArrayList<>();

    private final List<Region> strayBraces = new ArrayList<>();

    /** Where the line starts that the last question for a column was about, and how far that is known. */
    private int lineStart;

    private int asked;

    private Skeleton(String text) {
        this.text = text;
        this.lexer = new JavaLexer(text);
    }

    /** Characters from {@code start} up to {@code end}. */
    record Region(int start, int end) {
        boolean contains(int position) {
            return start <= position && position < end;
        }
    }

    /**
     * A member that is no type.
     *
     * @param name for messages
     * @param whole all of it
     * @param body between its braces; of a field its initializer; empty if there is none, or it is not closed
     * @param isHeader whether it is a package declaration, an import, or the like
     */
    record Member(String name, Region whole, Region body, boolean isHeader) {
        boolean hasBody() {
            return body.start() < body.end();
        }
    }

    static Skeleton of(String text) {
        Skeleton skeleton = new Skeleton(text);
        skeleton.typeBody(0);
        while (!skeleton.lexer.atEnd()) {
            skeleton.strayBraces.add(new Region(skeleton.lexer.start(), skeleton.lexer.end()));
            skeleton.lexer.next();
            skeleton.typeBody(0);
        }
        return skeleton;
    }

    List<Member> members() {
        return members;
    }

    /** Enums declared inside of code, modifiers and annotations left out. */
    List<Region> localEnums() {
        return localEnums;
    }

    /** Braces that close nothing. */
    List<Region> strayBraces() {
        return strayBraces;
    }

    /** Reads members up to the closing brace, which is left to the caller. */
    private void typeBody(int depth) {
        while (!lexer.atEnd() && !lexer.is("}")) {
            if (lexer.is(";")) {
                lexer.next();
            } else {
                member(depth);
            }
        }
    }

    private void member(int depth) {
        int start = lexer.start();
        int column = columnOf(start);
        String name = "";
        String previous = "";
        boolean isType = false;
        boolean isEnum = false;
        boolean isHeader = false;
        boolean isAnnotation = false;
        while (!lexer.atEnd()) {
            String token = lexer.token();
            if (token.equals("(") || token.equals("[")) {
                if (token.equals("(") && name.isEmpty() && !isAnnotation) {
                    name = previous;
                }
                if (token.equals("[") || isAnnotation) {
                    lexer.skipBrackets();
                } else {
                    lexer.skipParameters();
                }
                previous = ")";
                continue;
            } else if (token.equals(";")) {
                add(name.isEmpty() ? previous : name, start, lexer.end(), start, start, isHeader);
                lexer.next();
                return;
            } else if (token.equals("=")) {
                initializer(start, previous);
                return;
            } else if (token.equals("}")) {
                add(previous, start, lexer.start(), start, start, isHeader);
                return;
            } else if (token.equals("{")) {
                if (isType && depth < DEEPEST) {
                    lexer.next();
                    if (isEnum) {
                        constants(depth);
                    }
                    typeBody(depth + 1);
                    if (lexer.is("}")) {
                        lexer.next();
                    }
                } else {
                    int bodyStart = lexer.end();
                    int bodyEnd = code(column);
                    boolean isClosed = bodyEnd < text.length() && text.charAt(bodyEnd) == '}';
                    add(
                            name.isEmpty() ? "initializer" : name,
                            start,
                            isClosed ? bodyEnd + 1 : bodyEnd,
                            isClosed ? bodyStart : start,
                            isClosed ? bodyEnd : start,
                            false);
                }
                return;
            }
            isHeader |= lexer.start() == start && (token.equals("import") || token.equals("package"));
            if (token.equals("class") || token.equals("interface") || token.equals("enum")) {
                isType = true;
                isEnum = token.equals("enum");
            } else if (previous.equals("record") && isName(token) && lexer.isFollowedBy('(', '<')) {
                isType = true;
                name = token;
            }
            isAnnotation = token.equals("@")
                    || (isAnnotation && (previous.equals("@") || previous.equals(".") || token.equals(".")));
            previous = token;
            lexer.next();
        }
        add(previous, start, text.length(), start, start, isHeader);
    }

    private void add(String name, int start, int end, int bodyStart, int bodyEnd, boolean isHeader) {
        int last = Math.min(end, text.length());
        members.add(new Member(
                name, new Region(start, last), new Region(bodyStart, Math.min(bodyEnd, text.length())), isHeader));
    }

    private static boolean isName(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0));
    }

    /** From the equals sign of a field to its semicolon. */
    private void initializer(int start, String name) {
        int bodyStart = lexer.start();
        while (!lexer.atEnd() && !lexer.is(";") && !lexer.is("}")) {
            if (lexer.is("{")) {
                code(columnOf(start));
                if (lexer.is("}")) {
                    lexer.next();
                }
            } else if (lexer.is("(") || lexer.is("[")) {
                lexer.skipBrackets(this::localEnum);
            } else {
                lexer.next();
            }
        }
        add(name, start, lexer.is(";") ? lexer.end() : lexer.start(), bodyStart, lexer.start(), false);
        if (lexer.is(";")) {
            lexer.next();
        }
    }

    /** The constants of an enum, with their bodies, up to the semicolon or the closing brace. */
    private void constants(int depth) {
        while (!lexer.atEnd() && !lexer.is(";") && !lexer.is("}")) {
            if (lexer.is("(") || lexer.is("[")) {
                lexer.skipBrackets();
            } else if (lexer.is("{")) {
                lexer.next();
                typeBody(depth + 1);
                if (lexer.is("}")) {
                    lexer.next();
                }
            } else {
                lexer.next();
            }
        }
    }

    /**
     * Skips code in braces.
     *
     * @param column of the member around: an access modifier so far to the left at the start of a line says that a brace is
     *     missing
     * @return where the closing brace is, or would be; behind it is the next token
     */
    private int code(int column) {
        int depth = 0;
        while (!lexer.atEnd()) {
            if (lexer.is("{")) {
                depth++;
            } else if (lexer.is("}") && --depth == 0) {
                int end = lexer.start();
                lexer.next();
                return end;
            } else if (ACCESS.contains(lexer.token()) && lexer.isFirstInLine() && columnOf(lexer.start()) <= column) {
                return lexer.start();
            } else if (localEnum()) {
                continue;
            }
            lexer.next();
        }
        return text.length();
    }

    /** Notes an enum in code and skips it. */
    private boolean localEnum() {
        if (!lexer.is("enum")) {
            return false;
        }
        int start = lexer.start();
        while (!lexer.atEnd() && !lexer.is("{") && !lexer.is(";") && !lexer.is("}")) {
            lexer.next();
        }
        if (lexer.is("{")) {
            lexer.skipBrackets();
            localEnums.add(new Region(start, lexer.lastEnd()));
        }
        return true;
    }

    /** Goes on from the last question: looking back for the line's start would take forever in a line of megabytes. */
    private int columnOf(int position) {
        if (position < lineStart) {
            lineStart = text.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
            asked = position;
        }
        for (; asked < position; asked++) {
            if (text.charAt(asked) == '\n') {
                lineStart = asked + 1;
            }
        }
        return position - lineStart;
    }
}
