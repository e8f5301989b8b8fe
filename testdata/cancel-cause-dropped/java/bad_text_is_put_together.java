// The text is put together, and the exception is made before it is thrown.
import java.util.concurrent.CountDownLatch;

class LaunchStage {
    private final CountDownLatch done = new CountDownLatch(1);

    void await(String name) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            RuntimeException failure = new RuntimeException("Stage " + name + " is not done"); // heed: cancel-cause-dropped
            throw failure;
        }
    }
}
