// When its caller was interrupted, the refresh ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class AclRefreshScene {
    static Verdict bad_future_has_no_name(Stage stage) {
        ExecutorService pool = stage.pool();
        Work read = stage.work();
        return isStopped(stage, read, () -> AclRefresh.refresh(pool, read));
    }

    static Verdict good_cancelled(Stage stage) {
        ExecutorService pool = stage.pool();
        Work report = stage.work();
        return isStopped(stage, report, () -> CarefulDesk.write(pool, report));
    }

    private static Verdict isStopped(Stage stage, Work work, Stage.Action call) {
        var caller = stage.perform(call);
        work.atWork();
        caller.interruptInWait().awaitEnd();
        return work.ends();
    }
}
