// The work looks, between its steps, whether anybody still wants its result.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

class Polite {
    private final CompletableFuture<Long> sum = new CompletableFuture<>();

    void start(ExecutorService pool) {
        pool.execute(() -> {
            long total = 0;
            for (long i = 0; !sum.isDone(); i++) {
                total += i;
            }
            System.out.println(total);
        });
    }

    void stop() {
        sum.cancel(true);
    }

    static void stop(CompletableFuture<Void> other) {
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            while (!other.isDone()) {
                Thread.onSpinWait();
            }
        });
        work.cancel(true);
    }
}
