// A test that is interrupted fails; its runner owns the thread.
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LatchTest {
    @Test
    void opens() {
        CountDownLatch latch = new CountDownLatch(1);
        new Thread(latch::countDown).start();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
        Assertions.assertTrue(latch.getCount() == 0);
    }
}
