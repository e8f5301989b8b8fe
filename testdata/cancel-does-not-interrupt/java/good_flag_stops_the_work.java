// The flag is what stops the work; the cancel is for those who wait for it.
import java.util.concurrent.CompletableFuture;

class FlaggedWork {
    private volatile boolean running = true;
    private CompletableFuture<Void> work;

    void start() {
        work = CompletableFuture.runAsync(() -> {
            while (running) {
                Thread.onSpinWait();
            }
        });
    }

    void stop() {
        running = false;
        work.cancel(true);
    }
}
