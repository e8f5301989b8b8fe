// Flag and handle are one value: who comes late sees the mark.
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicMarkableReference;

class MarkedDependency {
    private final AtomicMarkableReference<Future<?>> dependency = new AtomicMarkableReference<>(null, false);

    void setDependency(Future<?> next) {
        Future<?> last = dependency.getReference();
        if (!dependency.compareAndSet(last, next, false, false)) {
            next.cancel(true);
        }
    }

    boolean cancel() {
        while (!dependency.isMarked()) {
            Future<?> last = dependency.getReference();
            if (dependency.compareAndSet(last, last, false, true)) {
                if (last != null) {
                    last.cancel(true);
                }
                return true;
            }
        }
        return false;
    }
}
