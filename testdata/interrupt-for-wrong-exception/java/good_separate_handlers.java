// The failure and the interrupt have a handler each.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class QuoteReader {
    String quote(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a quote", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no quote", e.getCause());
        }
    }
}
