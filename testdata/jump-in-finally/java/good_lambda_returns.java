// The return is that of a lambda.
import java.util.List;
import java.util.concurrent.CountDownLatch;

class LambdaReturns {
    void await(CountDownLatch latch, List<String> names) throws InterruptedException {
        try {
            latch.await();
        } finally {
            names.removeIf(name -> {
                return name.isEmpty();
            });
        }
    }
}
