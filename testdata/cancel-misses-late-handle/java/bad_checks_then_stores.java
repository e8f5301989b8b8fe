// A cancel between get() and set() finds nothing to cancel, and the new dependency runs on.
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class Operation {
    interface Cancellable {
        boolean cancel();
    }

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Cancellable> dependency = new AtomicReference<>();

    void setDependency(Cancellable next) {
        if (!cancelled.get()) {
            dependency.set(next); // heed: cancel-misses-late-handle "A cancel after the look at 'cancelled'"
        } else {
            next.cancel();
        }
    }

    boolean cancel() {
        if (cancelled.compareAndSet(false, true)) {
            Cancellable last = dependency.getAndSet(null);
            if (last != null) {
                last.cancel();
            }
            return true;
        }
        return false;
    }
}
