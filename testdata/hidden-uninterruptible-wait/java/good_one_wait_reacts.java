// The long wait can be interrupted; what is joined then is done in a moment.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class TwoWaits {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CompletableFuture<String> name = new CompletableFuture<>();

    String name() throws InterruptedException {
        started.await();
        return name.join();
    }
}
