// The wrapper ends the thread that this code owns, or a pool task whose future gets it: no loop above to be told.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Dying {
    static Thread start(BlockingQueue<Runnable> queue) {
        Thread thread = new Thread(() -> {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
        });
        thread.start();
        return thread;
    }

    static Future<String> take(ExecutorService pool, BlockingQueue<String> queue) {
        return pool.submit(() -> {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
        });
    }
}
