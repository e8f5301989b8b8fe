// The awaited attempt was cancelled by somebody else; the own thread was not asked to stop, and tries again.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

class ResubmittingRunner {
    int run(ExecutorService pool, int attempts) throws InterruptedException, ExecutionException {
        for (int i = 0; i < attempts; i++) {
            try {
                return pool.submit(() -> 1).get();
            } catch (CancellationException e) {
                System.err.println("attempt " + i + " was cancelled");
            }
        }
        throw new ExecutionException("cancelled each time", null);
    }
}
