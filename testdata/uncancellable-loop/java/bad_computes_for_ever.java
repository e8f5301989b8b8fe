// A search without an end: cancelling the future does nothing to it.
import java.math.BigInteger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class PrimeHunt {
    private BigInteger largest = BigInteger.TWO;

    Future<?> hunt(ExecutorService pool) {
        return pool.submit(() -> {
            while (true) { // heed: uncancellable-loop
                largest = largest.nextProbablePrime();
            }
        });
    }
}
