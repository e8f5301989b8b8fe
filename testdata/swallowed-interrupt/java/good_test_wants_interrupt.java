// Tests that provoke the interrupt: catching it is what they are about.
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class InterruptTest {
    @Test
    void takeIsInterruptible() {
        Thread.currentThread().interrupt();
        Assertions.assertThrows(InterruptedException.class, () -> new LinkedBlockingQueue<String>().take());
    }

    @Test
    void sleepIsInterruptible() {
        Thread.currentThread().interrupt();
        try {
            Thread.sleep(1);
            Assertions.fail("not interrupted");
        } catch (InterruptedException expected) {
            // as it should be
        }
    }
}
