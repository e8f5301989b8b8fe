// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class LatchAnswerScene {
    static Verdict bad_latch(Stage stage) {
        return stage.tellsOfCancel(new LatchAnswer());
    }
}
