// Everything that goes wrong goes to the promise, the interrupt too.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class Promise {
    private final CountDownLatch ready = new CountDownLatch(1);

    CompletableFuture<Void> whenReady() {
        CompletableFuture<Void> result = new CompletableFuture<>();
        try {
            ready.await();
            result.complete(null);
        } catch (Throwable t) {
            result.completeExceptionally(t);
        }
        return result;
    }
}
