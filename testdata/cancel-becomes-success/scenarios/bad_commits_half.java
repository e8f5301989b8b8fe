// An import that was interrupted between two rows is not committed.
import dev.heed.verify.scene.Recorded;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class RowImportScene {
    static Verdict bad_commits_half(Stage stage) {
        RowImport rows = new RowImport() {
            @Override
            void insert(Connection connection, String row) {}
        };
        return isNotCommitted(stage, rows::importRows);
    }

    static Verdict good_rolls_back(Stage stage) {
        WholeImport rows = new WholeImport() {
            @Override
            void insert(Connection connection, String row) {}
        };
        return isNotCommitted(stage, rows::importRows);
    }

    private interface Import {
        void importRows(Connection connection, BlockingQueue<String> rows, int count) throws Exception;
    }

    private static Verdict isNotCommitted(Stage stage, Import rows) {
        Recorded<Connection> connection = stage.record(Connection.class);
        BlockingQueue<String> oneRow = new LinkedBlockingQueue<>(List.of("row"));
        stage.perform(() -> rows.importRows(connection.object(), oneRow, 2))
                .interruptInWait()
                .awaitEnd();
        return connection.hasNo("commit", "One of two rows had come, and commit() was called.");
    }
}
