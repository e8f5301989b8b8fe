package lib;

import java.util.concurrent.CountDownLatch;

public final class Bus {
    private final CountDownLatch closed = new CountDownLatch(1);

    public void awaitClose() throws InterruptedException {
        closed.await();
    }
}
