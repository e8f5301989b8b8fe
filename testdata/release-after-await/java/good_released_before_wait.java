// The lock is given back for the wait, and taken again.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

class GivenBack {
    private final ReentrantLock lock = new ReentrantLock();
    private int round;

    void rounds(BlockingQueue<Integer> out) throws InterruptedException {
        while (true) {
            lock.lock();
            int now = ++round;
            lock.unlock();
            out.put(now);
        }
    }
}
