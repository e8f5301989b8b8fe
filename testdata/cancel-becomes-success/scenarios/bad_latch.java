// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CancellationException;

class LatchAnswerScene {
    static Verdict bad_latch(Stage stage) {
        LatchAnswer answer = new LatchAnswer();
        Caller<String> asker = stage.call(answer::get);
        asker.inWait();
        answer.cancel(true);
        asker.awaitEnd();
        return Verdict.holdsIf(
                asker.failure().filter(CancellationException.class::isInstance).isPresent(),
                asker.told("get()") + ", as if that were the answer.");
    }
}
