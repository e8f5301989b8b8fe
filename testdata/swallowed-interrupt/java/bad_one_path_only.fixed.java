// One path restores, the other one loses the interrupt.
import java.util.concurrent.CountDownLatch;

class Barrier {
    private final CountDownLatch latch = new CountDownLatch(1);
    private final boolean strict;

    Barrier(boolean strict) {
        this.strict = strict;
    }

    boolean await() {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            if (strict) {
                Thread.currentThread().interrupt();
            }
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
