// Each subscription is cancelled, then the journal that all of them write to is closed.
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Journalists {
    private final List<Future<?>> subscriptions = new ArrayList<>();
    private final RandomAccessFile journal;
    private final ExecutorService pool;

    Journalists(RandomAccessFile journal, ExecutorService pool) {
        this.journal = journal;
        this.pool = pool;
    }

    void subscribe(BlockingQueue<String> news) {
        subscriptions.add(pool.submit(() -> {
            while (true) {
                append(news.take());
            }
        }));
    }

    private synchronized void append(String line) throws IOException {
        journal.writeUTF(line);
    }

    void close() throws IOException {
        for (Future<?> subscription : subscriptions) {
            subscription.cancel(true); // heed: cancel-not-awaited "'journal' is closed under the task"
        }
        journal.close();
    }
}
