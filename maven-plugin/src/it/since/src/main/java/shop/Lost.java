package shop;

import java.util.concurrent.BlockingQueue;

class Lost {
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
