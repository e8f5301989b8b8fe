// The broad handler takes the timeout with everything else, and lets go of the task.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class Warm {
    static boolean up(ExecutorService pool, Runnable warmUp) {
        Future<?> task = pool.submit(warmUp);
        try {
            task.get(30, TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            System.err.println("not warm: " + e);
            return false;
        } finally {
            task.cancel(true);
        }
    }
}
