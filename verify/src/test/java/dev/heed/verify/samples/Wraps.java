package dev.heed.verify.samples;

import java.util.concurrent.CountDownLatch;

/** The example of the documentation. */
public final class Wraps {
    private Wraps() {}

    public static void await() {
        try {
            new CountDownLatch(0).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
