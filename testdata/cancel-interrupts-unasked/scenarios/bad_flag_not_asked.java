// cancel(false) lets the task come to its end.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class UploadTaskScene {
    static Verdict bad_flag_not_asked(Stage stage) {
        Work upload = stage.work();
        UploadTask task = new UploadTask(upload);
        stage.perform(task::run);
        upload.atWork();
        task.cancel(false);
        return upload.isLeftAlone();
    }
}
