// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class BlockingAnswerScene {
    static Verdict bad_helper_returns_result(Stage stage) {
        return stage.tellsOfCancel(new BlockingAnswer<>());
    }
}
