// The permit is waited for without a way out, whatever the signature says.
import java.util.concurrent.Semaphore;

final class Turnstile {
    private final Semaphore permits = new Semaphore(2);

    void enter() throws InterruptedException {
        permits.acquireUninterruptibly(); // heed: hidden-uninterruptible-wait "'acquireUninterruptibly'"
    }

    void leave() {
        permits.release();
    }
}
