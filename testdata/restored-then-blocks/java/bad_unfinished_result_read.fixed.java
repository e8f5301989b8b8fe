// After an interrupted wait the result is read as if it were there: get() throws at once, though the answer may be a moment away.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Answer {
    static String read(CountDownLatch ready, Future<String> answer) {
        boolean interrupted = false;
        try {
            try {
                ready.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "none";
            } catch (ExecutionException e) {
                return "failed";
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
