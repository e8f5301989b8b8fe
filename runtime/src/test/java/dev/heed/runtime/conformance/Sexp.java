package dev.heed.runtime.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the case language, as sexp.py does: lists are {@code List}, strings {@link Text}, symbols {@code String}, numbers
 * {@code Long} or {@code Double}.
 */
final class Sexp {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(;[^\\n]*)|(\\()|(\\))|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s()\"]+))");

    /** A string literal. */
    record Text(String value) {
        @Override
        public String toString() {
            return value;
        }
    }

    private Sexp() {}

    static List<Object> parse(String source) {
        String text = source.strip();
        Deque<List<Object>> stack = new ArrayDeque<>();
        stack.push(new ArrayList<>());
        Matcher matcher = TOKEN.matcher(text);
        int position = 0;
        while (position < text.length() && matcher.find(position) && matcher.start() == position) {
            position = matcher.end();
            if (matcher.group(2) != null) {
                stack.push(new ArrayList<>());
            } else if (matcher.group(3) != null) {
                List<Object> done = stack.pop();
                stack.element().add(done);
            } else if (matcher.group(4) != null) {
                stack.element().add(new Text(matcher.group(4)));
            } else if (matcher.group(5) != null) {
                stack.element().add(atom(matcher.group(5)));
            }
        }
        if (stack.size() != 1) {
            throw new IllegalArgumentException("unbalanced: " + source);
        }
        return stack.pop();
    }

    private static Object atom(String token) {
        if (token.matches("[+-]?\\d+")) {
            return Long.valueOf(token);
        }
        if (token.matches("[+-]?(\\d+\\.\\d*|\\.\\d+|\\d+)([eE][+-]?\\d+)?")) {
            return Double.valueOf(token);
        }
        return token;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
