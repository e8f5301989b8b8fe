// The guard looks for another type, so the interrupt falls through it.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Collector {
    private int failures;

    void collect(Future<?> part) {
        try {
            part.get();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (e instanceof ExecutionException && e.getCause() instanceof Error error) {
                throw error;
            }
            failures++;
        }
    }
}
