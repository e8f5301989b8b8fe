// The finally runs with the status set, so the release of the remote lock fails, and the lock stays taken.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

class RemoteLock {
    private final BlockingQueue<String> requests;
    private final CountDownLatch answered = new CountDownLatch(1);

    RemoteLock(BlockingQueue<String> requests) {
        this.requests = requests;
    }

    void release() throws InterruptedException {
        requests.put("release");
        answered.await();
    }
}

class Leader {
    private final RemoteLock lock;
    private final CountDownLatch work = new CountDownLatch(1);

    Leader(RemoteLock lock) {
        this.lock = lock;
    }

    void lead() throws InterruptedException {
        try {
            work.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                lock.release();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
