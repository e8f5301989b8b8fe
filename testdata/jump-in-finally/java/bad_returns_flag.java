// The flag says that it did not enter, and nothing says why.
import java.util.concurrent.Semaphore;

class ReturnedFlag {
    boolean enter(Semaphore permits) throws InterruptedException {
        boolean entered = false;
        try {
            permits.acquire(); // step
            entered = true;
        } catch (IllegalStateException e) {
            System.err.println("refused");
            throw e;
        } finally {
            return entered; // heed: jump-in-finally
        }
    }
}
