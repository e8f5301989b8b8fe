package dev.heed.engine.model;

import dev.heed.engine.text.Nearest;
import java.util.Collection;
import java.util.stream.Collectors;

/** The end of an error message: what the user may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** {@code did you mean 'x'?}, or all that would be allowed. */
    static String of(String written, Collection<String> allowed) {
        return Nearest.to(written, allowed)
                .map(word -> "did you mean '" + word + "'?")
                .orElseGet(() -> "allowed: " + list(allowed) + ".");
    }

    static String list(Collection<String> allowed) {
        return allowed.stream().collect(Collectors.joining(", "));
    }
}
