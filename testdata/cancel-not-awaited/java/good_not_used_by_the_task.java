// What is closed has nothing to do with the task.
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;

class Separate {
    private final ExecutorService pool;
    private final Closeable log;

    Separate(ExecutorService pool, Closeable log) {
        this.pool = pool;
        this.log = log;
    }

    void start(BlockingQueue<String> queue) {
        pool.submit(() -> {
            System.out.println(queue.take());
            return null;
        });
    }

    void stop() throws IOException {
        pool.shutdownNow();
        log.close();
    }
}
