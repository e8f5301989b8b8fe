// The connection is closed when no worker uses it any more.
import dev.heed.verify.scene.SlowSource;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.sql.Connection;

class ImporterScene {
    static Verdict bad_pool_stopped_connection_closed(Stage stage) {
        SlowSource rows = stage.slowSource();
        Importer importer = new Importer(stage.record(Connection.class).object(), rows);
        importer.start();
        rows.awaitTaker();
        return rows.isAwaitedBy(
                stage.perform(importer::stop), "stop() has closed the connection, and the worker is about to roll back.");
    }

    static Verdict good_awaits_termination(Stage stage) {
        SlowSource rows = stage.slowSource();
        PatientImporter importer =
                new PatientImporter(stage.pool(), stage.record(Connection.class).object());
        importer.start(rows);
        rows.awaitTaker();
        return rows.isAwaitedBy(stage.perform(importer::stop), "");
    }
}
