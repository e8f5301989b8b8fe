// The loop ends because the status is set, and leaves it set: the last batch is never handed over.
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

class MetricsCollector {
    private final BlockingQueue<List<String>> batches;

    MetricsCollector(BlockingQueue<List<String>> batches) {
        this.batches = batches;
    }

    void collect(Iterable<String> events) {
        List<String> batch = new ArrayList<>();
        try {
            for (String event : events) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                batch.add(event);
            }
        } finally {
            try {
                batches.put(batch); // heed: blocking-cleanup "has been found set, and still is when this cleanup runs"
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
