// Nothing waits on the way out: that the status stays set does no harm.
import java.util.concurrent.CancellationException;

class PrimeSearch {
    long find(long from) {
        for (long n = from; ; n++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("search cancelled at " + n);
            }
            if (isPrime(n)) {
                return n;
            }
        }
    }

    private static boolean isPrime(long n) {
        for (long d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return n > 1;
    }
}
