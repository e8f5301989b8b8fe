// Nothing that can be cancelled stands between acquire and release; the wait comes before or after.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

class Short {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    int countOne(BlockingQueue<String> queue) throws InterruptedException {
        queue.take();
        lock.lock();
        int now = ++count;
        lock.unlock();
        queue.put("again");
        return now;
    }
}
