// What -1 means here is between this method and its callers; the status says the rest.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class PortChooser {
    private final BlockingQueue<Integer> ports = new LinkedBlockingQueue<>();

    int read() {
        try {
            return ports.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
