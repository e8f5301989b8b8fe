// The inner handler takes only I/O errors; the interrupt goes on to the broad one outside.
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

abstract class Copier {
    abstract byte[] read() throws IOException;

    void copy(BlockingQueue<byte[]> out) {
        try {
            try {
                out.put(read());
            } catch (IOException e) {
                out.put(new byte[0]);
            }
        } catch (Exception e) {
            System.err.println("copy ended: " + e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
