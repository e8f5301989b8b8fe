package dev.heed.input;

import dev.heed.engine.source.Language;
import org.jspecify.annotations.Nullable;

/** Which files are sources of which language. */
final class Languages {

    private Languages() {}

    /** The language of a file by its name; null if it is none that Heed reads. */
    static @Nullable Language of(String name) {
        return name.endsWith(".java") ? Language.JAVA : null;
    }

    static boolean isArchive(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith(".jar") || lower.endsWith(".zip");
    }
}
