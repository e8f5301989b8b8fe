// The import is interrupted between two rows; what it has by then is committed as if it were all.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;

abstract class RowImport {
    abstract void insert(Connection connection, String row) throws SQLException;

    void importRows(Connection connection, BlockingQueue<String> rows, int count) throws SQLException {
        try {
            for (int i = 0; i < count; i++) {
                insert(connection, rows.take()); // step 1: "'take' delivers the interrupt"
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.commit(); // heed: cancel-becomes-success "commits here"
    }
}
