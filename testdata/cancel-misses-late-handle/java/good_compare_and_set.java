// The cancel leaves a mark where the handle would be, and the store says whether it came first.
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

class Swapped {
    private static final Future<?> CANCELLED = CompletableFuture.completedFuture(null);

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Future<?>> current = new AtomicReference<>();

    void register(Future<?> next) {
        if (cancelled.get() || !current.compareAndSet(null, next)) {
            next.cancel(true);
        }
    }

    void cancel() {
        cancelled.set(true);
        Future<?> last = current.getAndSet(CANCELLED);
        if (last != null) {
            last.cancel(true);
        }
    }
}
