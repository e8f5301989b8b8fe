// Leaves as a failure, and the status of the wrong thread is set.
import java.util.concurrent.Semaphore;

class PermitTaker {
    private final Thread holder;

    PermitTaker(Thread holder) {
        this.holder = holder;
    }

    void take(Semaphore permits) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            holder.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no permit", e);
        }
    }
}
