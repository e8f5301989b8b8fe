// The task was interrupted, and with it the work that was asked for.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class UnwrappedTask {
    static String get(Future<String> task) throws InterruptedException, ExecutionException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            throw e;
        }
    }
}
