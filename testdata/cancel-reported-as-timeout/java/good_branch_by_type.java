// One handler, and each type gets its own words in it.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ByType {
    static <T> T get(Future<T> future) {
        try {
            return future.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException e) {
            future.cancel(true);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            if (e instanceof TimeoutException) {
                throw new IllegalStateException("timed out", e);
            }
            throw new IllegalStateException("failed", e.getCause());
        }
    }
}
