// A failed request sets the status of the thread that asked, as if somebody had interrupted that.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class QuoteClient {
    private int failures;

    String quote(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) { // step 1: "'ExecutionException' is caught here"
            failures++;
            Thread.currentThread().interrupt(); // heed: interrupt-for-wrong-exception "set here for 'ExecutionException', too" // step 2: "set all the same"
            throw new IllegalStateException("no quote", e);
        }
    }
}
