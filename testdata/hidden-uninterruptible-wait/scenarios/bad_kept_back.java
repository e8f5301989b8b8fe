// Who is interrupted in its wait gets the exception that the signature promises.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class WorkerEndScene {
    static Verdict bad_kept_back(Stage stage) {
        WorkerEnd end = new WorkerEnd(stage.work());
        return isThrown(stage.perform(end::awaitEnd));
    }

    static Verdict good_get(Stage stage) {
        InterruptiblePrice query = new InterruptiblePrice();
        return isThrown(stage.call(query::price));
    }

    private static Verdict isThrown(Caller<?> caller) {
        caller.interruptInWait().awaitEnd();
        return Verdict.holdsIf(
                caller.failure().filter(InterruptedException.class::isInstance).isPresent(),
                caller.told("awaitEnd()") + ", as if the worker had ended, and it is still at work.");
    }
}
