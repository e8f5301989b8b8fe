// What the given callable throws is not known: it may well be the interrupt.
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

class MixedWaits {
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    String run(Callable<String> work) throws InterruptedException {
        ready.join();
        try {
            return work.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
