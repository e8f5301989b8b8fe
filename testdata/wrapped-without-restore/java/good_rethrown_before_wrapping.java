// Only the failure is wrapped; the interrupt leaves as it is, by an earlier handler that rethrows.
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

class RethrownFirst {
    static <T> T after(CountDownLatch latch, Callable<T> call) throws InterruptedException {
        try {
            latch.await();
            return call.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
