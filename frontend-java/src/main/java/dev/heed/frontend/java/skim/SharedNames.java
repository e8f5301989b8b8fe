package dev.heed.frontend.java.skim;

import org.jspecify.annotations.Nullable;

/**
 * One string for equal names: files say the same few over and over, and three strings of four in the IR of a large project
 * would be copies. Two names share a pair of places, and the one not asked for lately is forgotten; so it never grows.
 * Thread-safe: where threads meet, one of two copies is kept.
 */
public final class SharedNames {
    private static final int SIZE = 1 << 17;
    private static final @Nullable String[] NAMES = new String[SIZE];

    private SharedNames() {}

    /** The string that was given before for an equal one, or this one. */
    public static String of(String name) {
        int place = place(name.hashCode());
        String first = NAMES[place];
        if (name.equals(first)) {
            return first;
        }
        String second = NAMES[place + 1];
        String found = name.equals(second) ? second : name;
        put(place, first, found);
        return found;
    }

    /** The same of a part of a text. */
    static String of(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i]; // as String.hashCode
        }
        int place = place(hash);
        String first = NAMES[place];
        if (first != null && isSame(first, text, start, end)) {
            return first;
        }
        String second = NAMES[place + 1];
        String found =
                second != null && isSame(second, text, start, end) ? second : new String(text, start, end - start);
        put(place, first, found);
        return found;
    }

    /** The first of two places. */
    private static int place(int hash) {
        return (hash ^ (hash >>> 16)) & (SIZE - 1) & ~1;
    }

    private static void put(int place, @Nullable String first, String name) {
        NAMES[place] = name;
        NAMES[place + 1] = first;
    }

    private static boolean isSame(String name, char[] text, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != text[start + i]) {
                return false;
            }
        }
        return true;
    }
}
