// cancel(false) lets the task come to its end.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class ScanTaskScene {
    static Verdict bad_in_helper(Stage stage) {
        Work scan = stage.work();
        ScanTask task = new ScanTask(scan);
        stage.perform(task::run);
        scan.atWork();
        task.cancel(false);
        return scan.isLeftAlone();
    }
}
