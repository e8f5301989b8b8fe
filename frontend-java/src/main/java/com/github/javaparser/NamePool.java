package com.github.javaparser;

import static com.github.javaparser.GeneratedJavaParserConstants.ABSTRACT;
import static com.github.javaparser.GeneratedJavaParserConstants.IDENTIFIER;
import static com.github.javaparser.GeneratedJavaParserConstants.UNNAMED_PLACEHOLDER;
import static com.github.javaparser.GeneratedJavaParserConstants.WHEN;
import static com.github.javaparser.GeneratedJavaParserConstants.tokenImage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Identifiers and words of the language, one string for each: texts repeat them all the time. Forgets some. */
@NullMarked
final class NamePool {
    private static final int SIZE = 1 << 12;
    private static final Map<String, Integer> KINDS = new HashMap<>();

    static {
        for (int kind = ABSTRACT; kind <= WHEN; kind++) {
            String quoted = tokenImage[kind];
            KINDS.put(quoted.substring(1, quoted.length() - 1), kind);
        }
        KINDS.put("_", UNNAMED_PLACEHOLDER);
    }

    private final @Nullable Name[] names = new Name[SIZE];

    /**
     * A word.
     *
     * @param kind of its token
     */
    record Name(String text, int kind) {}

    /** The word in a part of a text. */
    Name of(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
        Name known = names[slot];
        if (known != null && isSame(known.text, text, start, end)) {
            return known;
        }
        String word = new String(text, start, end - start);
        Name name = new Name(word, KINDS.getOrDefault(word, IDENTIFIER));
        names[slot] = name;
        return name;
    }

    private static boolean isSame(String word, char[] text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != text[start + i]) {
                return false;
            }
        }
        return true;
    }
}
