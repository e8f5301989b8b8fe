// The flag is asked by a method of the object.
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.Future;

class MultipartUpload {
    private final AtomicBoolean aborted = new AtomicBoolean();
    private final AtomicReference<Future<?>> part = new AtomicReference<>();

    boolean isAborted() {
        return aborted.get();
    }

    void partStarted(Future<?> next) {
        if (isAborted()) {
            next.cancel(true);
        } else {
            part.set(next); // heed: cancel-misses-late-handle
        }
    }

    void abort() {
        aborted.set(true);
        Future<?> last = part.getAndSet(null);
        if (last != null) {
            last.cancel(true);
        }
    }
}
