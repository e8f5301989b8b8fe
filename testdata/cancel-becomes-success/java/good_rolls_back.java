// Committed if the work has come to its end, and else rolled back.
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;

abstract class WholeImport {
    abstract void insert(Connection connection, String row) throws SQLException;

    void importRows(Connection connection, BlockingQueue<String> rows, int count) throws SQLException {
        boolean complete = false;
        try {
            for (int i = 0; i < count; i++) {
                insert(connection, rows.take());
            }
            complete = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (complete) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }
}
