// The status is kept; what is thrown tells nothing of it.
import java.util.concurrent.CountDownLatch;

class BootGate {
    private final CountDownLatch booted = new CountDownLatch(1);

    void await() {
        try {
            booted.await(); // step 1: "'await' delivers the interrupt"
        } catch (InterruptedException e) { // step 2: "caught here as 'e'"
            Thread.currentThread().interrupt(); // step 3: "the interrupt status is set again"
            throw new IllegalStateException("Not booted yet"); // heed: cancel-cause-dropped "whoever reads it cannot know that 'await' was interrupted" // step 4: "'IllegalStateException' is made, which does not know of it"
        }
    }
}
