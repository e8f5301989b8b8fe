// Restored in an inner handler for one call; the outer one, for the other call, is not.
import java.util.concurrent.BlockingQueue;

class TwoSteps {
    private int depth;

    void move(BlockingQueue<String> from, BlockingQueue<String> to) {
        depth++;
        try {
            String value = from.take();
            try {
                to.put(value);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("lost " + value, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nothing moved", e);
        } finally {
            depth--;
        }
    }
}
