package dev.heed.report;

import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of the sources that a report showed last. Findings come file by file, so a handful suffices; what is held is
 * bounded by characters, because one generated source may be larger than a hundred others.
 */
final class SourceTexts {
    private static final int MAX_CHARACTERS = 2_000_000;

    private final LinkedHashMap<String, Optional<SourceText>> held = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** The text, or nothing if it cannot be read (any more). */
    Optional<SourceText> get(SourceFile file) {
        Optional<SourceText> known = held.get(file.path());
        if (known != null) {
            return known;
        }
        Optional<SourceText> text = read(file);
        characters += weight(text);
        held.put(file.path(), text);
        Iterator<Map.Entry<String, Optional<SourceText>>> eldest =
                held.entrySet().iterator();
        while (characters > MAX_CHARACTERS && held.size() > 1) {
            characters -= weight(eldest.next().getValue());
            eldest.remove();
        }
        return text;
    }

    private static Optional<SourceText> read(SourceFile file) {
        try {
            return Optional.of(new SourceText(file.text()));
        } catch (IOException | UncheckedIOException e) {
            // It was readable when it was scanned; the finding stands without its code.
            return Optional.empty();
        }
    }

    private static long weight(Optional<SourceText> text) {
        return 200L + text.map(SourceText::size).orElse(0);
    }
}
