// One handler that decides by type in a chain, with the interrupt restored in its own branch.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Verdict {
    static String of(Future<?> task) {
        try {
            task.get();
            return "done";
        } catch (Exception e) {
            String verdict;
            if (e instanceof ExecutionException) {
                verdict = "failed: " + e.getCause();
            } else if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                verdict = "not known, interrupted";
            } else {
                verdict = "cancelled";
            }
            return verdict;
        }
    }
}
