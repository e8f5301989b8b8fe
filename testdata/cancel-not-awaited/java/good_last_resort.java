// The workers have had their time; the interrupt is the last resort, and nobody waits a second time.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class LastResort {
    private final ExecutorService workers;
    private final Connection connection;

    LastResort(ExecutorService workers, Connection connection) {
        this.workers = workers;
        this.connection = connection;
    }

    void start(BlockingQueue<String> rows) {
        workers.submit(() -> {
            connection.setSavepoint(rows.take());
            return null;
        });
    }

    void stop() throws SQLException, InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(30, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
        connection.close();
    }
}
