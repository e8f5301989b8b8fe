// Whatever ends the wait, the task is cancelled; that does nothing to a task that is done.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class TidyDesk {
    static String write(ExecutorService pool, Callable<String> report) throws ExecutionException {
        Future<String> pages = pool.submit(report);
        try {
            return pages.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            pages.cancel(true);
        }
    }
}
