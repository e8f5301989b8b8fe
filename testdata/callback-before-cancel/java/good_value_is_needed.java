// The function says what to cancel.
import java.util.concurrent.Future;
import java.util.function.Supplier;

class LookedUp {
    private final Supplier<Future<?>> current;

    LookedUp(Supplier<Future<?>> current) {
        this.current = current;
    }

    void cancel() {
        Future<?> task = current.get();
        if (task != null) {
            task.cancel(true);
        }
    }
}
