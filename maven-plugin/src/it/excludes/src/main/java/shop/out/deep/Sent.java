package shop.out.deep;

import java.util.concurrent.BlockingQueue;

class Sent {
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
