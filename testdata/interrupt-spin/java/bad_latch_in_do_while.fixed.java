// A do-while that waits in slices.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Slices {
    private final CountDownLatch done = new CountDownLatch(1);

    void await() {
        boolean finished = false;
        boolean interrupted = false;
        do {
            try {
                finished = done.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        } while (!finished);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
