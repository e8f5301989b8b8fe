// The task was interrupted; the thread that ran it for the caller was this one.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

class InlineTask {
    static <T> T run(FutureTask<T> task) throws InterruptedException {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
