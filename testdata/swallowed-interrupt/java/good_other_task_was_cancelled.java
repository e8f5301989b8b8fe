// CancellationException out of get() tells about the other task, not about us; the interrupt is handled on its own.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Outcome {
    static String of(Future<String> task) throws ExecutionException {
        try {
            return task.get();
        } catch (CancellationException e) {
            return "cancelled";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
