// Meant to restore before the wrapper is thrown.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Nodes {
    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a node", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
