// The project's own exception restores in a constructor that another one calls.
import java.util.concurrent.Semaphore;

class Interrupted extends RuntimeException {
    Interrupted(InterruptedException cause) {
        this("interrupted", cause);
    }

    Interrupted(String message, InterruptedException cause) {
        super(message, cause);
        Thread.currentThread().interrupt();
    }
}

class Permits {
    static void take(Semaphore permits) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }
}
