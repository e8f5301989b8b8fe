// The exception goes to a promise: whoever awaits that will see it.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

class Bridge {
    static CompletableFuture<String> first(BlockingQueue<String> queue) {
        CompletableFuture<String> result = new CompletableFuture<>();
        try {
            result.complete(queue.take());
        } catch (InterruptedException e) {
            result.completeExceptionally(e);
        }
        return result;
    }
}
