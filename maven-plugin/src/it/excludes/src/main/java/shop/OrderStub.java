package shop;

import java.util.concurrent.BlockingQueue;

class OrderStub {
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
