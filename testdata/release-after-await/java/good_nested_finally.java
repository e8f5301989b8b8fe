// Two locks, two finally blocks, one wait inside both.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;

class Nested {
    static void both(Lock outer, Lock inner, CountDownLatch latch) throws InterruptedException {
        outer.lock();
        try {
            inner.lockInterruptibly();
            try {
                latch.await();
            } finally {
                inner.unlock();
            }
        } finally {
            outer.unlock();
        }
    }
}
