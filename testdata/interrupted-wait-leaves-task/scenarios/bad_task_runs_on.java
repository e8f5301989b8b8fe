// When its caller was interrupted, the report is written no further.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class ReportDeskScene {
    static Verdict bad_task_runs_on(Stage stage) {
        ExecutorService pool = stage.pool();
        Work report = stage.work();
        return report.endsWithInterrupted(() -> ReportDesk.write(pool, report));
    }
}
