// The last wait stands in a finally; its handler loses the interrupt on every way out of the method.
import java.util.concurrent.CountDownLatch;

class Farewell {
    private final CountDownLatch flushed = new CountDownLatch(1);

    int run(Runnable work) {
        try {
            work.run();
            return 0;
        } catch (IllegalStateException e) {
            return 1;
        } finally {
            try {
                flushed.await();
            } catch (InterruptedException e) {
                System.err.println("not flushed");
                Thread.currentThread().interrupt();
            }
        }
    }
}
