// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class FailingAnswerScene {
    static Verdict bad_checks_failure_only(Stage stage) {
        return stage.tellsOfCancel(new FailingAnswer());
    }
}
