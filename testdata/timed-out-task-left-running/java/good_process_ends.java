// The process ends with the timeout, and the task with it.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Watchdog {
    static void guard(ExecutorService pool, Runnable work) throws Exception {
        Future<?> task = pool.submit(work);
        try {
            task.get(1, TimeUnit.HOURS);
        } catch (TimeoutException e) {
            System.err.println("stuck");
            System.exit(4);
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        }
    }
}
