package dev.heed.verify.fork;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a fork may cost.
 *
 * @param java the {@code java} command to start
 * @param time how long one answer may take; past it the fork is killed
 * @param heapMegabytes the size of its heap
 * @param threads how many threads the code may have at once
 */
public record Bounds(Path java, Duration time, int heapMegabytes, int threads) {
    /** How much longer than its time a fork is waited for: it stops by itself, and says how far it came. */
    static final Duration GRACE = Duration.ofSeconds(5);

    public Bounds {
        if (time.isNegative() || time.isZero() || heapMegabytes < 1 || threads < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
    }
}
