// The future is the caller's, and so is the decision.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class UnwrapOrGiveUp {
    static <T> T get(Future<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
