// Stored first, asked then: either the cancel finds it, or it finds the cancel.
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.Future;

class StoreThenLook {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Future<?>> dependency = new AtomicReference<>();

    void setDependency(Future<?> next) {
        dependency.set(next);
        if (cancelled.get()) {
            next.cancel(true);
        }
    }

    boolean cancel() {
        if (!cancelled.compareAndSet(false, true)) {
            return false;
        }
        Future<?> last = dependency.getAndSet(null);
        if (last != null) {
            last.cancel(true);
        }
        return true;
    }
}
