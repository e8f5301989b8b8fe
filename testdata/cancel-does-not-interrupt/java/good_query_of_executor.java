// The query is a task of an executor, whose future interrupts it when the caller has given up.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ExecutorQueries {
    private final CountDownLatch answered = new CountDownLatch(1);
    private final ExecutorService pool;

    ExecutorQueries(ExecutorService pool) {
        this.pool = pool;
    }

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
        Future<Integer> answer = pool.submit(this::query);
        try {
            return answer.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return 0;
        } finally {
            answer.cancel(true);
        }
    }
}
