// The project's own exception could take the cause.
import java.util.concurrent.Semaphore;

class Seats {
    static final class NoSeatException extends Exception {
        private static final long serialVersionUID = 1;

        NoSeatException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Semaphore free = new Semaphore(20);

    void take() throws NoSeatException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSeatException("Nothing free", e);
        }
    }
}
