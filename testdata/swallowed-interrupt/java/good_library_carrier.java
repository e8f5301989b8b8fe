// A library's carrier type whose constructor restores the status.
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.InterruptException;

class Fetch {
    private final CountDownLatch arrived = new CountDownLatch(1);

    void await() {
        try {
            arrived.await();
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while waiting for data", e);
        }
    }
}
