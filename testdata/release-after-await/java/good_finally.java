// Released in finally, for a lock and for a permit.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

class Finally {
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore permits = new Semaphore(1);
    private String current;

    void refill(BlockingQueue<String> source) throws InterruptedException {
        lock.lock();
        try {
            current = source.take();
        } finally {
            lock.unlock();
        }
    }

    void slowly(Runnable work) throws InterruptedException {
        permits.acquire();
        try {
            work.run();
            Thread.sleep(10);
        } finally {
            permits.release();
        }
    }
}
