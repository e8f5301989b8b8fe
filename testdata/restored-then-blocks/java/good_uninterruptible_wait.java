// Waits that do not react to the status: CompletableFuture.join, Condition.awaitUninterruptibly, Semaphore's twin.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

class Uninterruptibly {
    static <T> T result(CountDownLatch ready, CompletableFuture<T> future, Semaphore permits) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        permits.acquireUninterruptibly();
        try {
            return future.join();
        } finally {
            permits.release();
        }
    }
}
