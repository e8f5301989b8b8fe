package dev.heed.frontend.java;

import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.skim.Skimmer;
import dev.heed.frontend.java.types.UnitHead;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Texts, skimmed: each file is looked at in both passes, and once for each of its bodies that is read late. The first ones
 * are kept as long as there is room, of the others the last few. Thread-safe.
 */
final class RecentTexts {
    private static final int FILES = 32;
    private static final int LARGE = 500_000;
    private static final long MOST = 32_000_000;

    /** A text and its skim take about three bytes for each character. */
    private static final int PART_OF_MEMORY = 10;

    private final long limit;
    private final AtomicLong characters = new AtomicLong();
    private final Map<String, Text> kept = new ConcurrentHashMap<>();
    private final Map<String, Text> recent = new LinkedHashMap<>(FILES * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
            return size() > FILES;
        }
    };

    /** Keeps what fits into a part of the memory of this JVM. */
    RecentTexts() {
        this(Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY));
    }

    /** @param limit how many characters of text are kept */
    RecentTexts(long limit) {
        this.limit = limit;
    }

    /**
     * A text and its skim.
     *
     * @param head null if a skim cannot read it
     */
    record Text(String text, @Nullable UnitHead head) {}

    /**
     * The text of a file.
     *
     * @throws IOException if it cannot be read
     */
    Text of(SourceFile file) throws IOException {
        Text known = kept.get(file.path());
        if (known != null) {
            return known;
        }
        synchronized (recent) {
            known = recent.get(file.path());
        }
        return known == null ? read(file) : known;
    }

    private Text read(SourceFile file) throws IOException {
        String text = file.text();
        SkimmedUnit unit = Skimmer.skim(text);
        Text read = new Text(text, unit == null ? null : UnitHead.of(unit));
        if (characters.addAndGet(text.length()) <= limit) {
            kept.put(file.path(), read);
            return read;
        }
        characters.addAndGet(-text.length());
        if (text.length() < LARGE) {
            synchronized (recent) {
                recent.put(file.path(), read);
            }
        }
        return read;
    }
}
