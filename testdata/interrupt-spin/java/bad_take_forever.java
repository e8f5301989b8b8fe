// With the status set, take() throws at once, every time: the loop burns a core.
import java.util.concurrent.BlockingQueue;

class Loader implements Runnable {
    private final BlockingQueue<Runnable> queue;

    Loader(BlockingQueue<Runnable> queue) {
        this.queue = queue;
    }

    @Override
    public void run() {
        while (true) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // heed: interrupt-spin
            }
        }
    }
}
