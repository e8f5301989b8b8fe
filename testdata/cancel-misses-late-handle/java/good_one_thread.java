// Neither field is volatile: the object belongs to one thread.
import java.util.concurrent.Future;

class Confined {
    private boolean cancelled;
    private Future<?> current;

    void register(Future<?> next) {
        if (!cancelled) {
            current = next;
        }
    }

    void cancel() {
        cancelled = true;
        if (current != null) {
            current.cancel(true);
        }
    }
}
