package shop;

import java.util.concurrent.Semaphore;

/** So many items, each of which may be reserved once. */
public final class Stock {
    private final Semaphore counter = new Semaphore(1);
    private int free;
    private int reserved;

    public Stock(int free) {
        this.free = free;
    }

    public int items() {
        return free + reserved;
    }

    public void reserve() throws InterruptedException {
        counter.acquire();
        try {
            // Asks the warehouse.
            Thread.sleep(1);
            free--;
            reserved++;
        } finally {
            counter.release();
        }
    }
}
