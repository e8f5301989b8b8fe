// The interrupt ends the bounded wait; then the same future is waited for without a bound, where no interrupt helps.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Subscription {
    void sync(CompletableFuture<Void> subscribed) {
        try {
            subscribed.get(3, TimeUnit.SECONDS); // step 1: "'get' delivers the interrupt"
        } catch (InterruptedException e) { // step 2: "caught here as 'e'"
            Thread.currentThread().interrupt(); // heed: restored-then-blocks "waits for the same thing again" // step 3: "the interrupt status is set again"
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            subscribed.completeExceptionally(e);
        }
        subscribed.join(); // step 4: "'join' waits all the same"
    }
}
