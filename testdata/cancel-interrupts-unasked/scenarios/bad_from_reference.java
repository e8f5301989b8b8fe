// cancel(false) lets the task come to its end.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class CopyTaskScene {
    static Verdict bad_from_reference(Stage stage) {
        Work copy = stage.work();
        CopyTask task = new CopyTask(copy);
        stage.perform(task::run);
        copy.atWork();
        task.cancel(false);
        return copy.isLeftAlone();
    }
}
