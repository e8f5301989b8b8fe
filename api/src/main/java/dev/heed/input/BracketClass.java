package dev.heed.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A character class of a {@link Glob}: {@code [a-z]}, {@code [!abc]}, {@code [[:alpha:]_]}. Never takes a slash.
 *
 * @param isNegated whether it takes what is not in it
 * @param parts what is in it
 * @param end index behind the closing bracket
 */
record BracketClass(boolean isNegated, List<IntPredicate> parts, int end) implements IntPredicate {

    /** Reads the class that opens at {@code start}; null if it is not closed or names an unknown class. */
    static @Nullable BracketClass parse(String pattern, int start) {
        int i = start + 1;
        boolean isNegated = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        if (isNegated) {
            i++;
        }
        List<IntPredicate> parts = new ArrayList<>();
        int first = i;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == ']' && i > first) {
                return new BracketClass(isNegated, List.copyOf(parts), i + 1);
            }
            if (c == '[' && i + 1 < pattern.length() && pattern.charAt(i + 1) == ':') {
                int close = pattern.indexOf(":]", i + 2);
                IntPredicate named = close < 0 ? null : named(pattern.substring(i + 2, close));
                if (named == null) {
                    return null;
                }
                parts.add(named);
                i = close + 2;
                continue;
            }
            if (c == '\\') {
                i++;
                if (i == pattern.length()) {
                    return null;
                }
                c = pattern.charAt(i);
            }
            i++;
            char from = c;
            if (i + 1 < pattern.length() && pattern.charAt(i) == '-' && pattern.charAt(i + 1) != ']') {
                i++;
                if (pattern.charAt(i) == '\\') {
                    i++;
                    if (i == pattern.length()) {
                        return null;
                    }
                }
                char to = pattern.charAt(i);
                i++;
                parts.add(t -> from <= t && t <= to);
            } else {
                parts.add(t -> t == from);
            }
        }
        return null;
    }

    private static @Nullable IntPredicate named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "alnum" -> c -> isLetter(c) || isDigit(c);
            case "alpha" -> BracketClass::isLetter;
            case "blank" -> c -> c == ' ' || c == '\t';
            case "cntrl" -> c -> c < ' ' || c == 127;
            case "digit" -> BracketClass::isDigit;
            case "graph" -> c -> c > ' ' && c < 127;
            case "lower" -> c -> c >= 'a' && c <= 'z';
            case "print" -> c -> c >= ' ' && c < 127;
            case "punct" -> c -> c > ' ' && c < 127 && !isLetter(c) && !isDigit(c);
            case "space" -> c -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> c -> c >= 'A' && c <= 'Z';
            case "xdigit" -> c -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            default -> null;
        };
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public boolean test(int c) {
        return c != '/' && parts.stream().anyMatch(part -> part.test(c)) != isNegated;
    }
}
