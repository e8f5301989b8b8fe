// The wait stands in a method of its own.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class WaitsInHelper {
    private final ExecutorService workers;
    private final Connection connection;

    WaitsInHelper(ExecutorService workers, Connection connection) {
        this.workers = workers;
        this.connection = connection;
    }

    void start(BlockingQueue<String> rows) {
        workers.submit(() -> {
            connection.setSavepoint(rows.take());
            return null;
        });
    }

    void stop() throws SQLException {
        workers.shutdownNow();
        drain();
        connection.close();
    }

    private void drain() {
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
