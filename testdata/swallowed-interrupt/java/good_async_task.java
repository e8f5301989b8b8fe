// Tasks given to CompletableFuture and to an executor by name end when they are interrupted.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

class AsyncTasks {
    private final BlockingQueue<Runnable> queue;

    AsyncTasks(BlockingQueue<Runnable> queue) {
        this.queue = queue;
    }

    CompletableFuture<Void> drainAsync(Executor executor) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        queue.take().run();
                    } catch (InterruptedException e) {
                        System.err.println("not drained");
                    }
                },
                executor);
    }

    void drainLater(Executor executor) {
        Runnable task = () -> {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                System.err.println("not drained");
            }
        };
        executor.execute(task);
    }
}
