// The handler writes what the loop's condition reads: a local, and a field.
import java.util.concurrent.BlockingQueue;

class Flags {
    private volatile boolean running = true;

    int local(BlockingQueue<Integer> queue) {
        int sum = 0;
        boolean more = true;
        while (more) {
            try {
                sum += queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                more = false;
            }
        }
        return sum;
    }

    void field(BlockingQueue<Runnable> queue) {
        while (running) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                running = false;
                Thread.currentThread().interrupt();
            }
        }
    }

    void method(BlockingQueue<Runnable> queue) {
        while (running) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                stop();
                Thread.currentThread().interrupt();
            }
        }
    }

    void stop() {
        running = false;
    }
}
