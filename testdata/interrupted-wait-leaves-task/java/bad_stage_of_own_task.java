// What is awaited is a stage behind the measurement, which goes on.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

class ClockProbe {
    private static final long FALLBACK = 2_000;

    static long resolution(Supplier<Long> measurement) {
        try {
            CompletableFuture<Long> measured = CompletableFuture.supplyAsync(measurement);
            measured = measured.exceptionally(e -> FALLBACK);
            return measured.get();
        } catch (ExecutionException e) {
            return FALLBACK;
        } catch (InterruptedException e) { // heed: interrupted-wait-leaves-task "the work behind 'measured'"
            Thread.currentThread().interrupt();
        }
        return FALLBACK;
    }
}
