// A pipe between threads throws InterruptedIOException when interrupted, with the status clear: an I/O error for this handler.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.net.SocketTimeoutException;

class Pump {
    private final PipedInputStream in = new PipedInputStream();

    int next() {
        try {
            return in.read();
        } catch (IOException e) {
            if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }
}
