// Somebody interrupted the wait; the caller is told that the server was too slow.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Call {
    private final CountDownLatch answered = new CountDownLatch(1);

    void await(long millis) throws TimeoutException {
        try {
            if (!answered.await(millis, TimeUnit.MILLISECONDS)) { // step 1: "'await' delivers the interrupt"
                throw new TimeoutException("no answer within " + millis + " ms");
            }
        } catch (InterruptedException e) { // step 2: "caught here as 'e'"
            Thread.currentThread().interrupt(); // step 3: "the interrupt status is set again"
            throw new TimeoutException("no answer within " + millis + " ms"); // heed: cancel-reported-as-timeout "The exception made here says timeout" // step 4: "'TimeoutException' is made, which does not know of it"
        }
    }
}
