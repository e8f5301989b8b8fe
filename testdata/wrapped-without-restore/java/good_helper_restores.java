// The helper restores, then always throws.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Propagate {
    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw propagate(e);
        }
    }

    private static RuntimeException propagate(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(e);
    }
}
