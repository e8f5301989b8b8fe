// CancellationException out of a future tells of the other task; ours may go on.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class FallbackReader {
    String read(Future<String> preferred, String other) throws InterruptedException, ExecutionException {
        try {
            return preferred.get();
        } catch (CancellationException e) {
            return other;
        }
    }
}
