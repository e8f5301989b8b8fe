package shop;

import java.util.concurrent.CountDownLatch;

class Wrapped {
    void await(CountDownLatch opened) {
        try {
            opened.await();
        } catch (InterruptedException e) { // heed: ignore[wrapped-without-restore] nobody interrupts this thread
            throw new IllegalStateException("closed", e);
        }
    }
}
