// A lock keeps the look and the store together.
import java.util.concurrent.Future;

class BothLocked {
    private volatile boolean cancelled;
    private volatile Future<?> current;

    synchronized void register(Future<?> next) {
        if (cancelled) {
            next.cancel(true);
        } else {
            current = next;
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (current != null) {
            current.cancel(true);
        }
    }
}
