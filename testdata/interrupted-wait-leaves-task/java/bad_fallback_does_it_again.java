// The fallback does the same work a second time, beside the first.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class IndexLoader {
    private final ExecutorService pool;

    IndexLoader(ExecutorService pool) {
        this.pool = pool;
    }

    String load(Callable<String> reader) throws Exception {
        Future<String> index = pool.submit(reader);
        String loaded;
        try {
            loaded = index.get();
        } catch (InterruptedException e) { // heed: interrupted-wait-leaves-task
            Thread.currentThread().interrupt();
            loaded = reader.call();
        }
        return loaded;
    }
}
