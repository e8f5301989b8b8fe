// The workers are interrupted, and their connection is closed at once: what they roll back then, they roll back on nothing.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class Importer {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Connection connection;
    private final BlockingQueue<String> rows;

    Importer(Connection connection, BlockingQueue<String> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    void start() {
        workers.submit(() -> {
            try {
                connection.setSavepoint(rows.take());
            } catch (InterruptedException e) {
                connection.rollback();
                throw e;
            }
            return null;
        });
    }

    void stop() throws SQLException {
        workers.shutdownNow(); // heed: cancel-not-awaited "'stop' cancels the work here and does not wait for its end: 'connection' is closed under the task that still uses it" // step 1: "'shutdownNow' asks the work to stop, and does not wait"
        connection.close(); // step 2: "'connection' is closed here"
    }
}
