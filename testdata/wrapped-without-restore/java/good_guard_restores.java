// A broad handler that restores for an interrupt only, then wraps.
import java.util.concurrent.Future;

class Guarding {
    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no result", e);
        }
    }
}
