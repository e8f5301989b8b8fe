// A helper cancels, if there is something to cancel.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

class PatientProbe {
    static long resolution(Supplier<Long> measurement) {
        CompletableFuture<Long> measured = null;
        try {
            measured = CompletableFuture.supplyAsync(measurement);
            measured = measured.exceptionally(e -> 0L);
            return measured.get();
        } catch (ExecutionException e) {
            return 0;
        } catch (InterruptedException e) {
            cancel(measured);
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void cancel(CompletableFuture<Long> future) {
        if (future != null) {
            future.cancel(true);
        }
    }
}
