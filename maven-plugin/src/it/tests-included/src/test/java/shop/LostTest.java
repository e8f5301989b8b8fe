package shop;

import java.util.concurrent.BlockingQueue;

class LostTest {
    void poll(BlockingQueue<Runnable> orders) {
        while (true) {
            try {
                orders.take().run();
            } catch (InterruptedException e) {
                System.out.println("interrupted");
            }
        }
    }
}
