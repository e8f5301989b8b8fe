// The conditional acquire succeeded; the interrupt in between leaves with the permit.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

class Sampler {
    private final Semaphore one = new Semaphore(1);

    boolean sample(BlockingQueue<Long> out) throws InterruptedException {
        if (!one.tryAcquire()) {
            return false;
        }
        try {
            out.put(System.nanoTime());
        } finally {
            one.release();
        }
        return true;
    }
}
