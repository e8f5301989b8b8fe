// The next get() is only reached with a finished future, or with a clear status.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class OnlyDone {
    static String now(CountDownLatch ready, Future<String> answer) throws ExecutionException {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!answer.isDone()) {
            return "none";
        }
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "none";
        }
    }
}
