// The broad handler is the last thing that this thread does.
import java.util.concurrent.BlockingQueue;

class LastWords {
    static Thread start(BlockingQueue<Runnable> work) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    work.take().run();
                }
            } catch (Exception e) {
                System.err.println("worker ended: " + e);
            }
        });
        thread.start();
        return thread;
    }
}
