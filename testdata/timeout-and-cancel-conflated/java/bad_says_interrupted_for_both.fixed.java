// A timeout is told as an interrupt.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class WarmStart {
    static void await(Future<?> loaded) throws ExecutionException {
        try {
            loaded.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("Interrupted while warming up", e);
        }
    }
}
