// Two volatile fields are no more one step than two plain ones.
import java.util.concurrent.Future;

class FileTransfer {
    private volatile boolean cancelled;
    private volatile Future<?> transfer;

    void started(Future<?> next) {
        if (cancelled) {
            next.cancel(true);
            return;
        }
        transfer = next; // heed: cancel-misses-late-handle
    }

    void cancel() {
        cancelled = true;
        Future<?> last = transfer;
        if (last != null) {
            last.cancel(true);
        }
    }
}
