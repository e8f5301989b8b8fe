// What is cut short is a pause between two rows: the rows are complete.
import java.sql.Connection;
import java.sql.SQLException;

abstract class GentleImport {
    abstract void insert(Connection connection, String row) throws SQLException;

    void importRow(Connection connection, String row) throws SQLException {
        insert(connection, row);
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.commit();
    }
}
