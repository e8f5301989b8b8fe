// The timeout only interrupts the waiting for a progress line; the task is awaited again.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Progress {
    static void run(ExecutorService pool, Runnable work) throws ExecutionException, InterruptedException {
        Future<?> task = pool.submit(work);
        try {
            while (true) {
                try {
                    task.get(10, TimeUnit.SECONDS);
                    return;
                } catch (TimeoutException e) {
                    System.out.println("still running");
                }
            }
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        }
    }
}
