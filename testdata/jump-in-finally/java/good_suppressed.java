// The failure of the cleanup goes along with what it came after.
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

class SuppressedFailure {
    void transfer(CountDownLatch arrived, File part) throws InterruptedException, IOException {
        try {
            arrived.await();
        } catch (InterruptedException e) {
            if (!part.delete()) {
                e.addSuppressed(new IOException("cannot delete " + part));
            }
            throw e;
        }
        if (!part.delete()) {
            throw new IOException("cannot delete " + part);
        }
    }
}
