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
    private final List<Function> functions;
    /** Of the words, each once, in ascending order. */
    private final int[] hashes;
    /** Where the places of the functions begin that may contain the word of a hash; one more for the end of the last. */
    private final int[] starts;

    private final int[] places;
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
            int[] words = unread.words().hashes();
            if (found.length - count < words.length) {
                found = Arrays.copyOf(found, Math.max(found.length * 2, count + words.length));
            }
            for (int hash : words) {
                found[count++] = ((long) hash << 32) | place;
            }
        }
        Arrays.sort(found, 0, count);
        places = new int[count];
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            places[i] = (int) found[i];
            distinct += isNewWord(found, i) ? 1 : 0;
        }
        hashes = new int[distinct];
        starts = new int[distinct + 1];
        for (int i = 0, word = 0; i < count; i++) {
            if (isNewWord(found, i)) {
                hashes[word] = (int) (found[i] >> 32);
                starts[word++] = i;
            }
        }
        starts[distinct] = count;
    }

    private static boolean isNewWord(long[] sorted, int index) {
        return index == 0 || sorted[index] >> 32 != sorted[index - 1] >> 32;
    }

    /** Those in whose body one of some words may be, in the order of the program. */
    List<Function> mentioningAny(Words words) {
        return at(placesOf(words));
    }

    /** Those in whose body one of some words may be and one of some others, in the order of the program. */
    List<Function> mentioningBoth(Words words, Words others) {
        BitSet both = placesOf(words);
        both.and(often.computeIfAbsent(others, this::placesOf));
        return at(both);
    }

    private BitSet placesOf(Words words) {
        BitSet found = (BitSet) unknown.clone();
        for (int hash : words.hashes()) {
            addPlaces(hash, found);
        }
        return found;
    }

    private void addPlaces(int hash, BitSet found) {
        int word = Arrays.binarySearch(hashes, hash);
        if (word >= 0) {
            for (int i = starts[word]; i < starts[word + 1]; i++) {
                found.set(places[i]);
            }
        }
    }

    private List<Function> at(BitSet wanted) {
        List<Function> found = new ArrayList<>(wanted.cardinality());
        wanted.stream().forEach(place -> found.add(functions.get(place)));
        return found;
    }
}
