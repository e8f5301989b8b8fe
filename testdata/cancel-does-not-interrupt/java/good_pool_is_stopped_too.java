// The pool that runs the work is stopped, which interrupts it.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class PoolOfItsOwn {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> printing;

    void start(BlockingQueue<String> lines) {
        printing = CompletableFuture.runAsync(
                () -> {
                    try {
                        System.out.println(lines.take());
                    } catch (InterruptedException e) {
                        System.out.println("stopped");
                    }
                },
                pool);
    }

    void stop() {
        printing.cancel(true);
        pool.shutdownNow();
    }
}
