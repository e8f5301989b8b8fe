package shop;

import java.util.concurrent.Semaphore;

public final class Stock {
    private final Semaphore items = new Semaphore(3);

    public int items() {
        return items.availablePermits();
    }

    public void reserve() throws InterruptedException {
        items.acquire();
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            items.release();
            throw e;
        }
        items.release();
    }
}
