// A helper cancels.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ByHelper {
    static boolean run(ExecutorService pool, Runnable work) throws ExecutionException {
        Future<?> task = pool.submit(work);
        try {
            task.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            giveUp(task);
        } catch (InterruptedException e) {
            giveUp(task);
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void giveUp(Future<?> task) {
        if (!task.isDone()) {
            task.cancel(true);
        }
    }
}
