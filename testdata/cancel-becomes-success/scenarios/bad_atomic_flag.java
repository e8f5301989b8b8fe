// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class AtomicAnswerScene {
    static Verdict bad_atomic_flag(Stage stage) {
        return stage.tellsOfCancel(new AtomicAnswer());
    }
}
