// The interrupt is dealt with inside; what reaches the broad handler is something else.
import java.util.concurrent.BlockingQueue;

class Inner {
    void forward(BlockingQueue<String> in, StringBuilder out) {
        try {
            String next;
            try {
                next = in.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            out.append(next.strip());
        } catch (Exception e) {
            System.err.println("not forwarded: " + e);
        }
    }
}
