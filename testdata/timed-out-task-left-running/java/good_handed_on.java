// The future is kept elsewhere as well: returned, registered, or given to a helper.
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class HandedOn {
    private Future<?> last;

    static Future<?> started(ExecutorService pool, Runnable work) throws ExecutionException, InterruptedException {
        Future<?> task = pool.submit(work);
        try {
            task.get(10, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("goes on in the background");
        }
        return task;
    }

    static void registered(ExecutorService pool, Runnable work, List<Future<?>> open)
            throws ExecutionException, InterruptedException, TimeoutException {
        Future<?> task = pool.submit(work);
        open.add(task);
        task.get(1, TimeUnit.SECONDS);
    }

    void kept(ExecutorService pool, Runnable work) throws ExecutionException, InterruptedException, TimeoutException {
        Future<?> task = pool.submit(work);
        last = task;
        task.get(1, TimeUnit.SECONDS);
    }

    void stop() {
        if (last != null) {
            last.cancel(true);
        }
    }
}
