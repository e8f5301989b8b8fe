// Both exceptions are interrupts.
import java.io.InterruptedIOException;
import java.io.PipedInputStream;

class PipeReader {
    int first(PipedInputStream in) throws java.io.IOException {
        try {
            Thread.sleep(5);
            return in.read();
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
