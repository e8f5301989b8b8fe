// The future tells who waits for it.
import java.util.concurrent.CompletableFuture;

class FutureTeller {
    void await(Thread worker, CompletableFuture<Void> done) {
        try {
            worker.join();
            done.complete(null);
        } catch (InterruptedException e) {
            worker.interrupt();
            done.completeExceptionally(e);
        }
    }
}
