// Nobody who gets the object can know that its constructor was interrupted.
import java.util.concurrent.CountDownLatch;

class Warmed {
    private final boolean warm;

    Warmed(CountDownLatch loaded) {
        boolean isWarm = false;
        try {
            loaded.await();
            isWarm = true;
        } catch (InterruptedException e) {
            System.err.println("starting cold");
            Thread.currentThread().interrupt();
        }
        warm = isWarm;
    }

    boolean isWarm() {
        return warm;
    }
}
