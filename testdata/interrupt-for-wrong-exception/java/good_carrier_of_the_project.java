// The project's exception is made where an interrupt is caught: it stands for one.
import java.util.concurrent.CountDownLatch;

class WaitGate {
    static final class WaitEndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WaitEndedException(Throwable cause) {
            super(cause);
            Thread.currentThread().interrupt();
        }
    }

    private final CountDownLatch open = new CountDownLatch(1);

    void pass() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new WaitEndedException(e);
        }
    }

    boolean tryPass(CountDownLatch other) {
        try {
            pass();
            other.await();
            return true;
        } catch (InterruptedException | WaitEndedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
