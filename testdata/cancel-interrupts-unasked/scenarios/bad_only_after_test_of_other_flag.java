// cancel(false) lets the task come to its end.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class IndexTaskScene {
    static Verdict bad_only_after_test_of_other_flag(Stage stage) {
        Work index = stage.work();
        IndexTask task = new IndexTask(index);
        stage.perform(task::run);
        index.atWork();
        task.cancel(false);
        return index.isLeftAlone();
    }
}
