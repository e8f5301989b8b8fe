// A pipe between threads throws InterruptedIOException when interrupted, with the status clear: an I/O error for this handler.
import java.io.IOException;
import java.io.PipedInputStream;

class Pump {
    private final PipedInputStream in = new PipedInputStream();

    int next() {
        try {
            return in.read();
        } catch (IOException e) { // heed: swallowed-by-broad-catch
            return -1;
        }
    }
}
