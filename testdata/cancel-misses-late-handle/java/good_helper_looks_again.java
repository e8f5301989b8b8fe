// What is called behind the store looks at the flag.
import java.util.concurrent.Future;

class LooksInHelper {
    private volatile boolean cancelled;
    private volatile Future<?> current;

    void register(Future<?> next) {
        if (cancelled) {
            return;
        }
        current = next;
        cancelIfLate(next);
    }

    private void cancelIfLate(Future<?> next) {
        if (cancelled) {
            next.cancel(true);
        }
    }

    void cancel() {
        cancelled = true;
        Future<?> last = current;
        if (last != null) {
            last.cancel(true);
        }
    }
}
