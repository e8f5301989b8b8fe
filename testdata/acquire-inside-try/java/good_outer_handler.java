// The outer try only handles the interrupt; the inner one, behind the acquire, releases.
import java.util.concurrent.Semaphore;

class Outer {
    private final Semaphore permits = new Semaphore(2);

    boolean run(Runnable work) {
        try {
            permits.acquire();
            try {
                work.run();
                return true;
            } finally {
                permits.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
