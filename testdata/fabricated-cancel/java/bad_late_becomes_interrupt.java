// Nobody interrupted this thread: the workers were slow.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class WarmUp {
    private final CountDownLatch ready = new CountDownLatch(3);

    void await() throws InterruptedException {
        if (!ready.await(10, TimeUnit.SECONDS)) { // step 1: "the time is up"
            throw new InterruptedException("workers are not ready"); // heed: fabricated-cancel "When the time of 'await' is up"
        }
    }
}
