// The permit goes with the task, which gives it back; if the pool refuses the task, the handler does.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

class Bounded {
    private final Semaphore slots = new Semaphore(8);
    private final ExecutorService pool;

    Bounded(ExecutorService pool) {
        this.pool = pool;
    }

    void execute(BlockingQueue<Runnable> work) throws InterruptedException {
        Runnable next = work.take();
        slots.acquire();
        try {
            pool.execute(() -> {
                try {
                    next.run();
                } finally {
                    slots.release();
                }
            });
        } catch (RejectedExecutionException e) {
            slots.release();
            throw e;
        }
    }
}
