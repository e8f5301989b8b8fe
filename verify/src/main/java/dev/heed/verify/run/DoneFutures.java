package dev.heed.verify.run;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Futures that the program knows to be done: to get their result is no wait, and no cancellation arrives there. */
final class DoneFutures {
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, Future<?>> combined = new IdentityHashMap<>();

    /** The program has asked, or was handed what is only handed out when it is done: futures, or a collection of them. */
    synchronized void add(@Nullable Object done) {
        if (done instanceof Collection<?> all) {
            all.forEach(this::add);
        } else if (done instanceof Future<?>) {
            known.add(done);
        }
    }

    /** The parts are done when the whole is. */
    synchronized void combine(Object whole, Object @Nullable [] parts) {
        if (whole instanceof Future<?> future && parts != null) {
            for (Object part : parts) {
                combined.put(part, future);
            }
        }
    }

    /** Whether the program cannot have to wait for it. */
    synchronized boolean contains(@Nullable Object future) {
        Future<?> whole = combined.get(future);
        return known.contains(future) || (whole != null && whole.isDone());
    }
}
