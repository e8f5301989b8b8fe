package dev.heed.engine.ir;

import java.util.Arrays;
import java.util.Collection;

/**
 * The words of a stretch of code as a set of hashes. May say yes by mistake, never no: whoever asks looks at the code then.
 */
public final class Words {
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
