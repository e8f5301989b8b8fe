// Late is not interrupted: with the status set, the fallback that the caller tries next is aborted.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class RateLookup {
    double rate(Future<Double> remote) {
        try {
            return remote.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return 1.0;
        }
    }
}
