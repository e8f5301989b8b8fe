// The broad handler restores, and then says "timeout" for whatever it was.
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

class Handshake {
    static String handshake(BlockingQueue<String> in) throws IOException {
        try {
            return in.take();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("Handshake timeout", e); // heed: cancel-reported-as-timeout
        }
    }
}
