package dev.heed.engine.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The words of a stretch of code as a set of hashes. May say yes by mistake, never no: whoever asks looks at the code then.
 * What happens to a name makes a word as well: {@link #called}, {@link #referred}, {@link #assigned}.
 */
public final class Words {
    /** Stands for assignments of which it is not said to what: {@code x += 1}, {@code x++}, {@code (x) = 1}. */
    public static final String CHANGE = "++";

    /** Stands for references of which it is not said to what: {@code X::<T>name}. */
    public static final String GENERIC_REFERENCE = "::<";

    /** Of a text without words. */
    public static final Words NONE = new Words(new int[0]);

    private final int[] hashes;

    private Words(int[] hashes) {
        this.hashes = hashes;
    }

    /** As {@link String#hashCode}, of a part of a text. */
    public static int hash(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
    }

    /** The word that stands where a method is called by this name, {@code this} and {@code super} included. */
    public static String called(String name) {
        return name + "(";
    }

    /** The words one of which stands where a reference is made to a method of this name. */
    public static Words referred(String name) {
        return of(List.of("::" + name, GENERIC_REFERENCE));
    }

    /**
     * The words one of which stands where one of some methods is called or referred to.
     *
     * @param names of methods; of constructors the simple name of the type, which begins with a capital letter, or {@code super}
     */
    public static Words uses(Collection<String> names) {
        Builder words = new Builder();
        for (String name : names) {
            if (Character.isUpperCase(name.charAt(0))) {
                words.add(name);
            } else {
                words.add(called(name));
                words.add("::" + name);
                words.add(GENERIC_REFERENCE);
            }
        }
        return words.build();
    }

    /** The words one of which stands where a variable or field of this name is assigned. */
    public static Words assigned(String name) {
        return of(List.of(name + "=", CHANGE));
    }

    /** The hash of a word with a character behind it. */
    public static int followed(int hash, char next) {
        return hash * 31 + next;
    }

    /** The hash of a word behind {@code ::}. */
    public static int behindReference(int hash, int length) {
        int power = 1;
        for (int i = 0; i < length; i++) {
            power *= 31;
        }
        return "::".hashCode() * power + hash;
    }

    /** Whether a word may be among them. */
    public boolean mayContain(String word) {
        return Arrays.binarySearch(hashes, word.hashCode()) >= 0;
    }

    /** Whether one of some words may be among them. */
    public boolean mayContainAny(Words others) {
        int[] few = hashes.length < others.hashes.length ? hashes : others.hashes;
        int[] many = few == hashes ? others.hashes : hashes;
        for (int hash : few) {
            if (Arrays.binarySearch(many, hash) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The words of a collection. */
    public static Words of(Collection<String> words) {
        Builder builder = new Builder();
        words.forEach(word -> builder.add(word.hashCode()));
        return builder.build();
    }

    /** The hashes, as of {@link String#hashCode}, in ascending order. */
    public int[] hashes() {
        return hashes.clone();
    }

    /** Collects words. */
    public static final class Builder {
        private int[] found = new int[64];
        private int count;

        public Builder() {}

        /** Adds a word by its hash. */
        public void add(int hash) {
            if (count == found.length) {
                compact();
                if (count * 2 > found.length) {
                    found = Arrays.copyOf(found, found.length * 2);
                }
            }
            found[count++] = hash;
        }

        private void compact() {
            Arrays.sort(found, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[kept++] = found[i];
                }
            }
            count = kept;
        }

        /** Adds a word. */
        public void add(String word) {
            add(word.hashCode());
        }

        /** Adds all words of a set. */
        public void addAll(Words words) {
            for (int hash : words.hashes) {
                add(hash);
            }
        }

        /** All words added since the last time; forgets them. */
        public Words build() {
            compact();
            Words words = count == 0 ? NONE : new Words(Arrays.copyOf(found, count));
            count = 0;
            return words;
        }
    }
}
