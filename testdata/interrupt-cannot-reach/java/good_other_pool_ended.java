// The first pool is done; now the second one, which served it, is stopped.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class TwoPools {
    static void close(ExecutorService front, ExecutorService back) throws InterruptedException {
        front.shutdown();
        if (front.awaitTermination(5, TimeUnit.SECONDS)) {
            back.shutdownNow();
        }
    }
}
