// InterruptedIOException is a cancellation by its type: callers can tell it from an I/O error.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;

class Appender {
    static void append(BlockingQueue<byte[]> out, byte[] block) throws IOException {
        try {
            out.put(block);
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("append interrupted").initCause(e);
        }
    }
}
