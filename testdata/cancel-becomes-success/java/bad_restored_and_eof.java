// The status is set again, but nobody asks for it between the last byte and the rename of the copy.
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

abstract class CharQueueReader extends Reader {
    private final BlockingQueue<char[]> chunks = new LinkedBlockingQueue<>();

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        try {
            char[] chunk = chunks.take();
            int n = Math.min(length, chunk.length);
            System.arraycopy(chunk, 0, target, offset, n);
            return n;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1; // heed: cancel-becomes-success note "as for the end of the stream"
        }
    }
}
