// Another failure ends the worker; the interrupt has a handler of its own.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class FailureEndsWorker {
    <T> T result(Future<T> future, Thread worker) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            worker.interrupt();
            throw new IllegalStateException(e.getCause());
        }
    }
}
