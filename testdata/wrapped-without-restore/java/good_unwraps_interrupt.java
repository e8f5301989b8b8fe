// The cause of an ExecutionException may be an interrupt of the other thread: none of ours.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Unwrap {
    static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new IllegalStateException("the task was interrupted", e.getCause());
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
