// What is thrown in the finally is caught in it.
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

class ThrowCaughtInside {
    void transfer(CountDownLatch arrived, File part) throws InterruptedException {
        try {
            arrived.await();
        } finally {
            try {
                if (!part.delete()) {
                    throw new IOException("cannot delete " + part);
                }
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }
}
