package dev.heed.engine.facts;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions of a program by the words in their bodies: who mentions a word is asked so often that going over all of them
 * each time took a fifth of a scan.
 */
final class WordIndex {
    private static final long PLACE = 0xFFFF_FFFFL;

    private final List<Function> functions;
    /** A hash and the place of a function with it, sorted. */
    private final long[] entries;
    /** Functions of which the words are not known: they may mention any. */
    private final BitSet unknown = new BitSet();

    /** Of words that are asked for again and again; by identity. */
    private final Map<Words, BitSet> often = new ConcurrentHashMap<>();

    WordIndex(List<Function> functions) {
        this.functions = functions;
        long[] found = new long[1024];
        int count = 0;
        for (int place = 0; place < functions.size(); place++) {
            UnreadBody unread = functions.get(place).unread();
            if (unread == null) {
                unknown.set(place, functions.get(place).hasBody());
                continue;
            }
            int[] hashes = unread.words().hashes();
            if (found.length - count < hashes.length) {
                found = Arrays.copyOf(found, Math.max(found.length * 2, count + hashes.length));
            }
            for (int hash : hashes) {
                found[count++] = ((long) hash << 32) | place;
            }
        }
        entries = Arrays.copyOf(found, count);
        Arrays.sort(entries);
    }

    /** Those in whose body one of some words may be, in the order of the program. */
    List<Function> mentioningAny(Words words) {
        return at(places(words));
    }

    /** Those in whose body one of some words may be and one of some others, in the order of the program. */
    List<Function> mentioningBoth(Words words, Words others) {
        BitSet places = places(words);
        places.and(often.computeIfAbsent(others, this::places));
        return at(places);
    }

    private BitSet places(Words words) {
        BitSet places = (BitSet) unknown.clone();
        for (int hash : words.hashes()) {
            addPlaces(hash, places);
        }
        return places;
    }

    private void addPlaces(int hash, BitSet places) {
        int first = Arrays.binarySearch(entries, (long) hash << 32);
        for (int i = first < 0 ? -first - 1 : first; i < entries.length && (int) (entries[i] >> 32) == hash; i++) {
            places.set((int) (entries[i] & PLACE));
        }
    }

    private List<Function> at(BitSet places) {
        List<Function> found = new ArrayList<>(places.cardinality());
        places.stream().forEach(place -> found.add(functions.get(place)));
        return found;
    }
}
