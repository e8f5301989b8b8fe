// What has not ended in time is interrupted.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class PatientPrinter {
    static boolean close(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
        boolean ended = pool.awaitTermination(5, TimeUnit.SECONDS);
        if (ended) {
            System.out.println("all printed");
        }
        return ended;
    }
}
