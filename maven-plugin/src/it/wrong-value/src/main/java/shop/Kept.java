package shop;

import java.util.concurrent.BlockingQueue;

class Kept {
    void poll(BlockingQueue<Runnable> orders) throws InterruptedException {
        while (true) {
            orders.take().run();
        }
    }
}
