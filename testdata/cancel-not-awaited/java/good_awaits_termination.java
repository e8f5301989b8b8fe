// Ask, wait with a bound, close.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class PatientImporter {
    private final ExecutorService workers;
    private final Connection connection;

    PatientImporter(ExecutorService workers, Connection connection) {
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
        workers.shutdownNow();
        if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
            System.err.println("a worker does not stop; its connection goes all the same");
        }
        connection.close();
    }
}
