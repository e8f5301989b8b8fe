// The wait must not be cut short, and the signature does not say otherwise.
import java.util.concurrent.Semaphore;

class HonestTurnstile {
    private final Semaphore permits = new Semaphore(2);

    void enterForSure() {
        permits.acquireUninterruptibly();
    }
}
