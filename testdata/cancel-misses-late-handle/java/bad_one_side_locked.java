// The lock of the one keeps nobody away while the other takes none.
import java.util.concurrent.Future;

class HalfLocked {
    private volatile boolean cancelled;
    private volatile Future<?> current;

    synchronized void register(Future<?> next) {
        if (!cancelled) {
            current = next; // heed: cancel-misses-late-handle
        }
    }

    void cancel() {
        cancelled = true;
        if (current != null) {
            current.cancel(true);
        }
    }
}
