// The loop asks for an interrupt that the time limit never sends.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

class Miner {
    static CompletableFuture<Void> mine(LongAdder hashes) {
        return CompletableFuture.runAsync(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        hashes.increment();
                    }
                })
                .orTimeout(1, TimeUnit.MINUTES); // heed: cancel-does-not-interrupt "its loop runs on"
    }
}
