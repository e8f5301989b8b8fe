// A test takes care that its interrupt does not reach the next test.
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StatusTest {
    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void interruptSetsTheStatus() {
        Thread.currentThread().interrupt();
        Assertions.assertTrue(Thread.currentThread().isInterrupted());
        Thread.interrupted();
    }
}
