// What the finally does cannot be interrupted: it tells others to stop, and closes what does not wait.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Conductor {
    static String first(
            BlockingQueue<String> queue, Future<?> other, ExecutorService pool, CountDownLatch gone, Thread helper) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            other.cancel(true);
            helper.interrupt();
            pool.shutdown();
            gone.countDown();
            queue.offer("left");
        }
    }
}
