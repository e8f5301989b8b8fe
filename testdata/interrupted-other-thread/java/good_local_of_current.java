// The local is the current thread.
import java.util.concurrent.CountDownLatch;

class LocalOfCurrent {
    boolean await(CountDownLatch latch) {
        Thread self = Thread.currentThread();
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            self.interrupt();
            return false;
        }
    }
}
