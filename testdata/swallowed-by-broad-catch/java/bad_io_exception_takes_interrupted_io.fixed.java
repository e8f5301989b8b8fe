// InterruptedIOException is an IOException: the handler for I/O errors takes the interrupt, whose status is clear.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.BlockingQueue;

class Upload {
    private final BlockingQueue<byte[]> window;

    Upload(BlockingQueue<byte[]> window) {
        this.window = window;
    }

    void send(byte[] chunk) {
        try {
            enqueue(chunk);
        } catch (IOException e) {
            System.err.println("chunk dropped: " + e.getMessage());
            if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void enqueue(byte[] chunk) throws IOException {
        if (chunk.length == 0) {
            throw new IOException("empty chunk");
        }
        try {
            window.put(chunk);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while the window was full");
        }
    }
}
