// Who waits in get() for an answer that is cancelled gets a CancellationException.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

class DefaultAnswerScene {
    static Verdict bad_default_value(Stage stage) {
        return isTold(stage, new DefaultAnswer());
    }

    static Verdict good_helper_throws(Stage stage) {
        return isTold(stage, new HelpedAnswer());
    }

    private static Verdict isTold(Stage stage, Future<String> answer) {
        Caller<String> asker = stage.call(answer::get);
        asker.inWait();
        answer.cancel(true);
        asker.awaitEnd();
        return Verdict.holdsIf(
                asker.failure().filter(CancellationException.class::isInstance).isPresent(),
                asker.told("get()") + ", as if that were the answer.");
    }
}
