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
 * Texts, skimmed: each file is looked at in both passes, and once for each of its bodies that is read late. What was skimmed is
 * kept, as far as there is room for it, and so are the first texts; of the others there are the last few. Thread-safe.
 */
final class RecentTexts {
    private static final int FILES = 32;
    private static final int LARGE = 500_000;

    /** Characters of the texts that are kept: reading one again takes a hundredth of the time that skimming it takes. */
    private static final long MOST = 8_000_000;

    /** A text takes a byte for each character, and so does what is skimmed of it. */
    private static final int PART_OF_MEMORY = 10;

    private final long textLimit;
    private final long headLimit;
    private final AtomicLong texts = new AtomicLong();
    private final AtomicLong heads = new AtomicLong();
    private final Map<String, Text> kept = new ConcurrentHashMap<>();
    private final Map<String, Skimmed> skimmed = new ConcurrentHashMap<>();
    private final Map<String, Text> recent = new LinkedHashMap<>(FILES * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
            return size() > FILES;
        }
    };

    /** Keeps what fits into a part of the memory of this JVM. */
    RecentTexts() {
        this(
                Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY),
                Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /**
     * @param textLimit how many characters of text are kept
     * @param headLimit of how many characters it is kept what was skimmed
     */
    RecentTexts(long textLimit, long headLimit) {
        this.textLimit = textLimit;
        this.headLimit = headLimit;
    }

    /**
     * A text and its skim.
     *
     * @param head null if a skim cannot read it
     */
    record Text(String text, @Nullable UnitHead head) {}

    /** What was skimmed of a text, and what tells that text from another. */
    private record Skimmed(UnitHead head, int length, int hash) {
        boolean isOf(String text) {
            return text.length() == length && text.hashCode() == hash;
        }
    }

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
        Text read = new Text(text, head(file, text));
        if (texts.addAndGet(text.length()) <= textLimit) {
            kept.put(file.path(), read);
            return read;
        }
        texts.addAndGet(-text.length());
        if (text.length() < LARGE) {
            synchronized (recent) {
                recent.put(file.path(), read);
            }
        }
        return read;
    }

    /** What was skimmed before, unless somebody has written to the file since. */
    private @Nullable UnitHead head(SourceFile file, String text) {
        Skimmed known = skimmed.get(file.path());
        if (known != null && known.isOf(text)) {
            return known.head();
        }
        SkimmedUnit unit = Skimmer.skim(text);
        UnitHead head = unit == null ? null : UnitHead.of(unit);
        if (head != null && heads.addAndGet(text.length()) <= headLimit) {
            skimmed.put(file.path(), new Skimmed(head, text.length(), text.hashCode()));
        }
        return head;
    }
}
