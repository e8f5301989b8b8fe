// When the time is up the task is cancelled, and the index that it works on is closed by the try.
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Index implements AutoCloseable {
    private final List<String> entries;

    Index(List<String> entries) {
        this.entries = entries;
    }

    void insert(String entry) {
        entries.add(entry);
    }

    @Override
    public void close() {
        entries.clear();
    }
}

class Indexing {
    static void build(ExecutorService pool, List<String> entries, BlockingQueue<String> pages)
            throws ExecutionException, InterruptedException {
        try (Index index = new Index(entries)) {
            Future<?> building = pool.submit(() -> {
                index.insert(pages.take());
                return null;
            });
            try {
                building.get(10, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                building.cancel(true); // heed: cancel-not-awaited
            }
        }
    }
}
