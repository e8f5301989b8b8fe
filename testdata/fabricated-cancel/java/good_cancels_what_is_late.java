// The task is cancelled because it is late: then it is true that it was cancelled.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class BoundedTask {
    static String get(Future<String> task) throws InterruptedException, ExecutionException {
        try {
            return task.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new CancellationException("cancelled after a second");
        }
    }
}
