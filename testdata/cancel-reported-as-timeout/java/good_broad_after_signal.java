// The interrupt is taken by an earlier handler; the broad one cannot hold a cancel.
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

class AfterSignal {
    static String handshake(BlockingQueue<String> in) throws IOException {
        try {
            return in.take().strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("handshake interrupted", e);
        } catch (Exception e) {
            throw new IOException("handshake timeout", e);
        }
    }
}
