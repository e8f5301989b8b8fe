// A timed tryLock that is interrupted has not locked either.
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Register {
    private final Lock lock = new ReentrantLock();
    private int entries;

    boolean enter() throws InterruptedException {
        try {
            if (!lock.tryLock(1, TimeUnit.SECONDS)) { // heed: acquire-inside-try
                throw new IllegalStateException("busy");
            }
            entries++;
            return true;
        } finally {
            lock.unlock();
        }
    }
}
