// close() of the wrapper waits for its workers: seen in the project's own code.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class WorkerPool implements AutoCloseable {
    private final ExecutorService workers;

    WorkerPool(ExecutorService workers) {
        this.workers = workers;
    }

    @Override
    public void close() throws InterruptedException {
        workers.awaitTermination(5, TimeUnit.SECONDS);
    }
}

class UsesWorkerPool {
    private final ExecutorService workers;
    private final WorkerPool pool;
    private final Connection connection;

    UsesWorkerPool(ExecutorService workers, Connection connection) {
        this.workers = workers;
        this.pool = new WorkerPool(workers);
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
        pool.close();
        connection.close();
    }
}
