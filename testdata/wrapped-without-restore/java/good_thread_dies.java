// The wrapper ends the thread that this code owns: no loop above to be told.
import java.util.concurrent.BlockingQueue;

class Dying {
    static Thread start(BlockingQueue<Runnable> queue) {
        Thread thread = new Thread(() -> {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
        });
        thread.start();
        return thread;
    }
}
