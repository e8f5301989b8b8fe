// What follows the restore cannot be interrupted: a plain lock, a map, a stream, a signal to others.
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

class NothingWaits {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void count(BlockingQueue<String> queue, CountDownLatch done, ExecutorService pool, Future<?> other) {
        String key = "none";
        try {
            key = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            counts.merge(key, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        queue.offer(key);
        other.cancel(true);
        pool.shutdownNow();
        done.countDown();
        System.out.println(key);
    }
}
