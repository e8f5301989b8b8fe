// After an interrupted wait the result is read as if it were there: get() throws at once.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Answer {
    static String read(CountDownLatch ready, Future<String> answer) throws ExecutionException, InterruptedException {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // heed: restored-then-blocks
        }
        return answer.get();
    }
}
