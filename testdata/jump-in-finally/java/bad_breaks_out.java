// The loop is left, and what stands behind it runs as after a success.
import java.util.List;
import java.util.concurrent.Future;

class BrokenOff {
    boolean awaitAll(List<Future<?>> futures) throws Exception {
        for (Future<?> future : futures) {
            try {
                future.get(); // step
            } finally {
                if (future.isCancelled()) {
                    break; // heed: jump-in-finally
                }
            }
        }
        return true;
    }
}
