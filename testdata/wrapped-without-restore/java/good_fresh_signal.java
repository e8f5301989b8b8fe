// Another object, the same signal: a new InterruptedException, a subclass, a CancellationException.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

class Fresh {
    static final class StopRequested extends InterruptedException {}

    private final CountDownLatch ready = new CountDownLatch(1);

    void first() throws InterruptedException {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new InterruptedException("waiting for 'ready'");
        }
    }

    void second() throws StopRequested {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new StopRequested();
        }
    }

    void third() {
        try {
            ready.await();
        } catch (InterruptedException e) {
            CancellationException cancelled = new CancellationException("first");
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
