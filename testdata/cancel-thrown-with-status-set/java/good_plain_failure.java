// The exception does not tell of a cancel: the status is all that callers have, and it has to stay.
import java.util.concurrent.CountDownLatch;

class StatusIsAllThereIs {
    private final CountDownLatch done = new CountDownLatch(1);

    void work(int steps) throws InterruptedException {
        try {
            for (int i = 0; i < steps; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("no more steps");
                }
            }
            done.countDown();
        } finally {
            done.await();
        }
    }
}
