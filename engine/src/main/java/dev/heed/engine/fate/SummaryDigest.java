package dev.heed.engine.fate;

import dev.heed.engine.dependency.Digest;
import dev.heed.engine.facts.Places;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.RestoredReturn;
import dev.heed.engine.summary.Summary;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells summaries apart, with all that those who use them can see. Those that only say yes and no can be had back from it. */
final class SummaryDigest {
    private static final int UNSEEN = 1;
    private static final int STATUS = 1 << 1;
    private static final int FLAGS = 1 << 2;
    private static final int WAITS = 1 << 3;
    private static final int NEVER_RETURNS = 1 << 4;
    private static final int ALL = (1 << 5) - 1;

    private final Places places;

    SummaryDigest(Places places) {
        this.places = places;
    }

    /** From 0 to 31 for those that only say yes and no; negative for others. */
    long of(Summary summary) {
        int bits = (summary.mayThrowUnseen() ? UNSEEN : 0)
                | (summary.touchesStatus() ? STATUS : 0)
                | (summary.setsFlags() ? FLAGS : 0)
                | (summary.waits() ? WAITS : 0)
                | (summary.returns() ? 0 : NEVER_RETURNS);
        if (summary.equals(summary(bits))) {
            return bits;
        }
        StringBuilder text = new StringBuilder().append(bits).append(summary.throwsWhenItDoesNotReturn());
        for (Escape escape : summary.escapes()) {
            text.append('\n')
                    .append(escape.type())
                    .append(' ')
                    .append(escape.signal())
                    .append(' ')
                    .append(escape.proved())
                    .append(' ')
                    .append(places.describe(escape.file(), escape.span()))
                    .append(' ')
                    .append(escape.by())
                    .append(' ')
                    .append(escape.traits());
        }
        for (RestoredReturn way : summary.restoredReturns()) {
            text.append('\n').append(way.constant()).append(way.restored());
            TreeMap<String, Object> fields = new TreeMap<>();
            way.fields().forEach((field, value) -> fields.put(field.toString(), value));
            text.append(fields);
        }
        summary.restoredThrows()
                .forEach(thrown -> text.append('\n')
                        .append(thrown.type())
                        .append(places.describe(thrown.file(), thrown.restored())));
        return Digest.of(text.toString()) | Long.MIN_VALUE;
    }

    /** The summary that has a digest; null if more is needed to tell. */
    static @Nullable Summary summary(long digest) {
        return digest < 0 || digest > ALL ? null : summary((int) digest);
    }

    private static Summary summary(int bits) {
        return new Summary(
                List.of(),
                (bits & UNSEEN) != 0,
                (bits & STATUS) != 0,
                (bits & FLAGS) != 0,
                (bits & WAITS) != 0,
                (bits & NEVER_RETURNS) == 0,
                List.of(),
                List.of(),
                List.of());
    }
}
