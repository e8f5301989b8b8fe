package dev.heed.engine.dependency;

import dev.heed.engine.source.Words;
import org.jspecify.annotations.Nullable;

/**
 * A search of the whole program for bodies. Its answer changes with an edit that brings such words into a body.
 *
 * @param words one of which a body must contain
 * @param also others, one of which it must contain as well; null if that is not asked for
 */
public record Question(Words words, @Nullable Words also) {

    /** Whether a body may be among the answers. */
    public boolean concerns(Words body) {
        return body.mayContainAny(words) && (also == null || body.mayContainAny(also));
    }
}
