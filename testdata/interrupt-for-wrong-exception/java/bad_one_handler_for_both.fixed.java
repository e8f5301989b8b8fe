// A failed request sets the status of the thread that asked, as if somebody had interrupted that.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class QuoteClient {
    private int failures;

    String quote(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            failures++;
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no quote", e);
        }
    }
}
