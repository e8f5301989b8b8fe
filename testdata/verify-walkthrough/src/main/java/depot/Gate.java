package depot;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Bug 3: the status is set again inside the loop, whose wait then gives up at once, again and again. */
public class Gate {
    private final CountDownLatch open;

    public Gate(CountDownLatch open) {
        this.open = open;
    }

    public void pass() {
        boolean isOpen = false;
        while (!isOpen) {
            try {
                isOpen = open.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
