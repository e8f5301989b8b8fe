// When its caller was interrupted, the refresh ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class AclRefreshScene {
    static Verdict bad_future_has_no_name(Stage stage) {
        ExecutorService pool = stage.pool();
        Work read = stage.work();
        return read.endsWithInterrupted(() -> AclRefresh.refresh(pool, read));
    }

    static Verdict good_cancelled(Stage stage) {
        ExecutorService pool = stage.pool();
        Work report = stage.work();
        return report.endsWithInterrupted(() -> CarefulDesk.write(pool, report));
    }
}
