package dev.heed.frontend.java;

import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.skim.Skimmer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a few files, skimmed: who reads one body of a file often reads the next of the same. Thread-safe. */
final class RecentTexts {
    private static final int FILES = 32;
    private static final int LARGE = 500_000;

    private final Map<String, Text> recent = new LinkedHashMap<>(FILES * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
            return size() > FILES;
        }
    };

    RecentTexts() {}

    /** A text and its skim. */
    record Text(String text, SkimmedUnit unit) {}

    /**
     * The text of a file; null if a skim cannot read it (any more).
     *
     * @throws IOException if it cannot be read
     */
    @Nullable
    Text of(SourceFile file) throws IOException {
        synchronized (recent) {
            Text known = recent.get(file.path());
            if (known != null) {
                return known;
            }
        }
        String text = file.text();
        SkimmedUnit unit = Skimmer.skim(text);
        if (unit == null) {
            return null;
        }
        Text read = new Text(text, unit);
        if (text.length() < LARGE) {
            synchronized (recent) {
                recent.put(file.path(), read);
            }
        }
        return read;
    }
}
