// The next wait throws the interrupt out of the method, as its signature says: a late rethrow, which loses nothing.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class LateRethrow {
    static String read(CountDownLatch ready, Future<String> answer) throws ExecutionException, InterruptedException {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }
}
