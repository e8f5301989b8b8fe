// What waits is given to other threads, whose status is their own.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;

class Elsewhere {
    static void retryElsewhere(BlockingQueue<String> queue, ExecutorService pool) {
        try {
            queue.put("now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pool.submit(() -> {
                queue.put("later");
                return null;
            });
            new Thread(() -> {
                        try {
                            queue.put("too");
                        } catch (InterruptedException stop) {
                            // the thread ends
                        }
                    })
                    .start();
        }
    }
}
