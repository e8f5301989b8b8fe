package shop;

import java.util.concurrent.CountDownLatch;

class Wrapped {
    void await(CountDownLatch opened) {
        try {
            opened.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("closed", e);
        }
    }
}
