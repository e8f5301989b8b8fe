// Thread.interrupted() clears the status: the exception is all that is left of the interrupt.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class ClearingCopy {
    void copy(int blocks) throws InterruptedException {
        ExecutorService helpers = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < blocks; i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                helpers.execute(() -> {});
            }
        } finally {
            helpers.shutdown();
            helpers.awaitTermination(10, TimeUnit.SECONDS);
        }
    }
}
