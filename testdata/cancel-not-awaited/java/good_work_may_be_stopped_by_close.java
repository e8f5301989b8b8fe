// Nothing tells that the task heeds an interrupt: to close its index may be the only way to end it.
import java.util.List;
import java.util.concurrent.ExecutorService;

class OpenIndex implements AutoCloseable {
    private final List<String> entries;
    private volatile boolean closed;

    OpenIndex(List<String> entries) {
        this.entries = entries;
    }

    void insert(String entry) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        entries.add(entry);
    }

    @Override
    public void close() {
        closed = true;
        entries.clear();
    }
}

class EndlessIndexing {
    private final ExecutorService pool;
    private final OpenIndex index;

    EndlessIndexing(ExecutorService pool, OpenIndex index) {
        this.pool = pool;
        this.index = index;
    }

    void start() {
        pool.execute(() -> {
            while (true) {
                index.insert("page");
            }
        });
    }

    void stop() {
        pool.shutdownNow();
        index.close();
    }
}
