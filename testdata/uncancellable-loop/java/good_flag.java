// Whoever cancels writes the flag that the loop's condition reads.
import java.math.BigInteger;

class StoppableHunt implements Runnable {
    private volatile boolean wanted = true;
    private BigInteger largest = BigInteger.TWO;

    @Override
    public void run() {
        while (wanted) {
            largest = largest.nextProbablePrime();
        }
    }

    void cancel() {
        wanted = false;
    }
}
