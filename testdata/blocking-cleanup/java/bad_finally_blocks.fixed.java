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
            work.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                try {
                    lock.release();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
