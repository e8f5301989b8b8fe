// The permit is waited for without a way out, whatever the signature says.
import java.util.concurrent.Semaphore;

final class Turnstile {
    private final Semaphore permits = new Semaphore(2);

    void enter() throws InterruptedException {
        permits.acquire();
    }

    void leave() {
        permits.release();
    }
}
