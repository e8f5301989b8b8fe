// A subclass of InterruptedException thrown by the project itself passes through two handlers.
import java.util.concurrent.Semaphore;

class Lease {
    static final class LeaseInterrupted extends InterruptedException {
        LeaseInterrupted(String holder) {
            super("waiting for " + holder);
        }
    }

    private final Semaphore free = new Semaphore(1);
    private String holder = "nobody";

    void acquire(String name) throws LeaseInterrupted {
        try {
            free.acquire();
            holder = name;
        } catch (InterruptedException e) {
            throw new LeaseInterrupted(holder);
        }
    }

    boolean tryHard(String name) {
        try {
            acquire(name);
            return true;
        } catch (LeaseInterrupted e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
