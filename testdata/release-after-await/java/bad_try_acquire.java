// The conditional acquire succeeded; the interrupt in between leaves with the permit.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

class Sampler {
    private final Semaphore one = new Semaphore(1);

    boolean sample(BlockingQueue<Long> out) throws InterruptedException {
        if (!one.tryAcquire()) { // heed: release-after-await
            return false;
        }
        out.put(System.nanoTime());
        one.release();
        return true;
    }
}
