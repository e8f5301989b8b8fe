// Whoever interrupted the transfer reads of a file that could not be deleted.
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

class CleanupFailure {
    void transfer(CountDownLatch arrived, File part) throws InterruptedException, IOException {
        try {
            arrived.await(); // step
        } finally {
            if (!part.delete()) {
                throw new IOException("cannot delete " + part); // heed: jump-in-finally
            }
        }
    }
}
