package dev.heed.verify.run;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Which exceptions mean cancellation to whoever catches them.
 *
 * @param carriers names of further classes that do
 */
public record Signals(Set<String> carriers) {
    private static final int MOST_LOOKED_AT = 50;

    public Signals {
        carriers = Set.copyOf(carriers);
    }

    /** Whether this exception itself does. */
    public boolean isSignal(Throwable thrown) {
        return thrown instanceof InterruptedException
                || thrown instanceof ClosedByInterruptException
                || thrown instanceof FileLockInterruptionException
                || thrown instanceof CancellationException
                || (thrown instanceof InterruptedIOException && !(thrown instanceof SocketTimeoutException))
                || isCarrier(thrown.getClass());
    }

    /** Whether it, a cause, or a suppressed one does. */
    public boolean holdsSignal(@Nullable Throwable thrown) {
        return holdsSignal(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean holdsSignal(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || seen.size() > MOST_LOOKED_AT || !seen.add(thrown)) {
            return false;
        }
        if (isSignal(thrown) || holdsSignal(thrown.getCause(), seen)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (holdsSignal(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCarrier(Class<?> type) {
        for (Class<?> next = type; next != null && !carriers.isEmpty(); next = next.getSuperclass()) {
            if (carriers.contains(next.getName())) {
                return true;
            }
        }
        return false;
    }
}
