// The same with exceptions that callers treat as a cancellation.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;

class Carrier {
    static void write(OutputStream out, byte[][] blocks) throws IOException {
        for (byte[] block : blocks) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("write interrupted");
            }
            out.write(block);
        }
    }

    static int count(byte[][] blocks) {
        int count = 0;
        for (byte[] block : blocks) {
            if (Thread.interrupted()) {
                throw new CancellationException();
            }
            count += block.length;
        }
        return count;
    }
}
