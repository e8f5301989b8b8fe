// The timeout was told by the result of the wait; the interrupt says what it was.
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ServerStart {
    private final CountDownLatch started = new CountDownLatch(1);

    void await() throws IOException {
        try {
            if (!started.await(5, TimeUnit.SECONDS)) {
                throw new IOException("Server did not answer: no response");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the server was starting", e);
        }
    }
}
