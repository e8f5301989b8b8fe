package dev.heed.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a {@code .gitignore} file without its markers: {@code *}, {@code ?} and {@code [...]} stop at a slash,
 * {@code **} between slashes does not (gitignore(5), "PATTERN FORMAT").
 *
 * <p>Matching walks all states at once, so its time is bounded by pattern length times text length whatever the pattern:
 * patterns come with the scanned project, and a backtracking matcher can be made to hang.
 */
final class Glob {
    private final List<Token> tokens;

    private Glob(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a pattern.
     *
     * @return null if it can match nothing: an unclosed bracket, a backslash at the end
     */
    static @Nullable Glob compile(String pattern) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '*') {
                int end = i;
                while (end < pattern.length() && pattern.charAt(end) == '*') {
                    end++;
                }
                i = stars(pattern, i, end, tokens);
            } else if (c == '?') {
                tokens.add(Token.one(Glob::noSlash));
                i++;
            } else if (c == '[') {
                BracketClass bracket = BracketClass.parse(pattern, i);
                if (bracket == null) {
                    return null;
                }
                tokens.add(Token.one(bracket));
                i = bracket.end();
            } else {
                if (c == '\\') {
                    i++;
                    if (i == pattern.length()) {
                        return null;
                    }
                }
                char literal = pattern.charAt(i);
                tokens.add(Token.one(t -> t == literal));
                i++;
            }
        }
        return new Glob(tokens);
    }

    /** Adds the tokens of a run of stars; returns the index behind what it used. */
    private static int stars(String pattern, int start, int end, List<Token> tokens) {
        boolean opensPart = start == 0 || pattern.charAt(start - 1) == '/';
        boolean isDeep = end - start == 2 && opensPart && pattern.indexOf('/') >= 0;
        if (isDeep && end == pattern.length()) {
            tokens.add(Token.one(Glob::anything));
            tokens.add(Token.many(Glob::anything));
            return end;
        }
        if (isDeep && pattern.charAt(end) == '/') {
            tokens.add(Token.directories());
            tokens.add(Token.insideDirectories());
            return end + 1;
        }
        tokens.add(Token.many(Glob::noSlash));
        return end;
    }

    private static boolean anything(int c) {
        return true;
    }

    private static boolean noSlash(int c) {
        return c != '/';
    }

    boolean matches(String text) {
        boolean[] states = new boolean[tokens.size() + 1];
        states[0] = true;
        skip(states);
        for (int i = 0; i < text.length(); i++) {
            boolean[] next = new boolean[states.length];
            boolean isAlive = false;
            for (int s = 0; s < tokens.size(); s++) {
                if (states[s]) {
                    isAlive |= tokens.get(s).step(text.charAt(i), s, next);
                }
            }
            if (!isAlive) {
                return false;
            }
            skip(next);
            states = next;
        }
        return states[tokens.size()];
    }

    /** Enters all states that can be reached without a character. */
    private void skip(boolean[] states) {
        for (int s = 0; s < tokens.size(); s++) {
            if (states[s]) {
                tokens.get(s).skip(s, states);
            }
        }
    }

    /** What a token does with a character; a token's number is its state. */
    private record Token(Kind kind, IntPredicate accepts) {

        private enum Kind {
            ONE,
            MANY,
            /** Zero or more directories, each with its slash; the next token is {@link #INSIDE_DIRECTORIES}. */
            DIRECTORIES,
            INSIDE_DIRECTORIES
        }

        static Token one(IntPredicate accepts) {
            return new Token(Kind.ONE, accepts);
        }

        static Token many(IntPredicate accepts) {
            return new Token(Kind.MANY, accepts);
        }

        static Token directories() {
            return new Token(Kind.DIRECTORIES, Glob::anything);
        }

        static Token insideDirectories() {
            return new Token(Kind.INSIDE_DIRECTORIES, Glob::anything);
        }

        boolean step(char c, int state, boolean[] next) {
            if (!accepts.test(c)) {
                return false;
            }
            switch (kind) {
                case ONE -> next[state + 1] = true;
                case MANY -> next[state] = true;
                case DIRECTORIES -> next[state + 1] = true;
                case INSIDE_DIRECTORIES -> {
                    next[state] = true;
                    next[state + 1] |= c == '/';
                }
            }
            return true;
        }

        void skip(int state, boolean[] states) {
            if (kind == Kind.MANY) {
                states[state + 1] = true;
            } else if (kind == Kind.DIRECTORIES) {
                states[state + 2] = true;
            }
        }
    }
}
