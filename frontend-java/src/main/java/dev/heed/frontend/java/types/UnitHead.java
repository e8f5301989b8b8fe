package dev.heed.frontend.java.types;

import dev.heed.frontend.java.skim.HiddenTypes;
import dev.heed.frontend.java.skim.LineTable;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedType;
import dev.heed.frontend.java.skim.SkimmedUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What each look into a skimmed file needs again: what names mean in it, and the numbers of its members. Thread-safe. */
public final class UnitHead {
    private final SkimmedUnit unit;
    private final FileContext file;
    private volatile long @Nullable [] numbers;
    private volatile @Nullable Boolean hidesTypes;

    private UnitHead(SkimmedUnit unit) {
        this.unit = unit;
        this.file = SkimExtractor.context(unit);
    }

    public static UnitHead of(SkimmedUnit unit) {
        return new UnitHead(unit);
    }

    public SkimmedUnit unit() {
        return unit;
    }

    FileContext file() {
        return file;
    }

    /** Whether types stand inside of code. */
    boolean hasHiddenTypes() {
        Boolean known = hidesTypes;
        if (known == null) {
            known = !HiddenTypes.in(unit).isEmpty();
            hidesTypes = known;
        }
        return known;
    }

    /** The number of the member that begins here in the body of its type, or -1. */
    int numberAt(int line, int column) {
        LineTable lines = unit.lines();
        int start = lines.offset(line, column);
        long[] known = numbers();
        int index = Arrays.binarySearch(known, key(start, 0));
        index = index < 0 ? -index - 1 : index;
        return index < known.length && (int) (known[index] >> 32) == start ? (int) known[index] : -1;
    }

    /** The start of each member with its number, in the order of the text. */
    private long[] numbers() {
        long[] known = numbers;
        if (known == null) {
            LongStream.Builder keys = LongStream.builder();
            unit.types().forEach(type -> addKeys(type, keys));
            known = keys.build().sorted().toArray();
            numbers = known;
        }
        return known;
    }

    private static void addKeys(SkimmedType type, LongStream.Builder keys) {
        List<SkimmedMember> members = type.members();
        for (int i = 0; i < members.size(); i++) {
            SkimmedType nested = members.get(i).type();
            if (nested == null) {
                keys.add(key(members.get(i).start(), i));
            } else {
                addKeys(nested, keys);
            }
        }
    }

    private static long key(int start, int number) {
        return ((long) start << 32) | number;
    }
}
