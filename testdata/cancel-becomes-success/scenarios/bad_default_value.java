// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class DefaultAnswerScene {
    static Verdict bad_default_value(Stage stage) {
        return stage.tellsOfCancel(new DefaultAnswer());
    }

    static Verdict good_helper_throws(Stage stage) {
        return stage.tellsOfCancel(new HelpedAnswer());
    }
}
