// The finally runs with the status set, so the release of the remote lock fails, and the lock stays taken.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class RemoteLock {
    private final BlockingQueue<String> requests;
    private final CountDownLatch answered = new CountDownLatch(1);

    RemoteLock(BlockingQueue<String> requests) {
        this.requests = requests;
    }

    void release() throws InterruptedException {
        requests.put("release");
        answered.await(50, TimeUnit.MILLISECONDS);
    }
}

class Leader {
    private final RemoteLock lock;
    private final CountDownLatch work = new CountDownLatch(1);

    Leader(RemoteLock lock) {
        this.lock = lock;
    }

    void lead() {
        try {
            work.await(); // step 1: "'await' delivers the interrupt"
        } catch (InterruptedException e) { // step 2: "caught here as 'e'"
            Thread.currentThread().interrupt(); // step 3: "the interrupt status is set again"
        } finally {
            try {
                lock.release(); // heed: blocking-cleanup "The interrupt status has been set again when this cleanup runs: 'release' gives up at once" // step 4: "'release' is reached with the interrupt status set, and gives up at once"
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
