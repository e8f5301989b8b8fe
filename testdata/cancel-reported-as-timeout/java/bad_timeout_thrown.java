// Somebody interrupted the wait; the caller is told that the server was too slow.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Call {
    private final CountDownLatch answered = new CountDownLatch(1);

    void await(long millis) throws TimeoutException {
        try {
            if (!answered.await(millis, TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("no answer within " + millis + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("no answer within " + millis + " ms"); // heed: cancel-reported-as-timeout
        }
    }
}
