// Only the last stage is cancelled; the download before it runs to its end.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

class Downloading {
    private CompletableFuture<Integer> size;

    void start(ExecutorService pool, BlockingQueue<String> blocks) {
        size = CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return blocks.take();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                return "";
                            }
                        },
                        pool)
                .thenApply(String::length);
    }

    void cancel() {
        size.cancel(true); // heed: cancel-does-not-interrupt "reaches only what depends on 'thenApply'"
    }
}
