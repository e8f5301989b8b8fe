// When the time is up the caller cancels, and believes that the query has ended.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Queries {
    private final CountDownLatch answered = new CountDownLatch(1);

    private int query() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
        return 1;
    }

    int ask() throws ExecutionException, InterruptedException {
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::query);
        try {
            return answer.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true); // heed: cancel-does-not-interrupt
            return 0;
        }
    }
}
