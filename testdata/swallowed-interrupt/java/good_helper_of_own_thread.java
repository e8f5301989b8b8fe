// The loop of a thread made here ends by what its private helper returns when interrupted.
import java.util.concurrent.BlockingQueue;

class Steps {
    private final BlockingQueue<Runnable> queue;

    Steps(BlockingQueue<Runnable> queue) {
        this.queue = queue;
    }

    Thread start() {
        Thread thread = new Thread(this::loop);
        thread.start();
        return thread;
    }

    private void loop() {
        while (step()) {
            Thread.onSpinWait();
        }
    }

    private boolean step() {
        try {
            queue.take().run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
