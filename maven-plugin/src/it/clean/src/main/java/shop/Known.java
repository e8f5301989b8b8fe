package shop;

import java.util.concurrent.BlockingQueue;

class Known {
    void poll(BlockingQueue<Runnable> orders) {
        while (true) {
            try {
                orders.take().run();
            } catch (InterruptedException e) { // heed: ignore[swallowed-interrupt] the thread is never interrupted
                System.out.println("interrupted");
            }
        }
    }
}
