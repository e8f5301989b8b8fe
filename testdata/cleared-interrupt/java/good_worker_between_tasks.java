// A pool worker clears what was meant for the task that has just ended: the thread is its own.
import java.util.concurrent.BlockingQueue;

class Workers {
    private final BlockingQueue<Runnable> tasks;
    private volatile boolean stopped;

    Workers(BlockingQueue<Runnable> tasks) {
        this.tasks = tasks;
    }

    Thread start() {
        Thread thread = new Thread(this::work);
        thread.start();
        return thread;
    }

    private void work() {
        while (!stopped) {
            try {
                Runnable task = tasks.take();
                Thread.interrupted();
                task.run();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void stop(Thread worker) {
        stopped = true;
        worker.interrupt();
    }
}
