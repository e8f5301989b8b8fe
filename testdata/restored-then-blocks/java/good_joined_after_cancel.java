// The handler cancels the future first: the join that follows is over at once.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

class CancelledFirst {
    void sync(CompletableFuture<Void> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.cancel(true);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        try {
            done.join();
        } catch (CancellationException e) {
            System.err.println("cancelled");
        }
    }
}
