// When the caller has given up, the query ends.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.util.concurrent.LinkedBlockingQueue;

class QueriesScene {
    static Verdict bad_timed_out_work_goes_on(Stage stage) {
        Queries queries = new Queries();
        Caller<Integer> caller = stage.call(queries::ask);
        caller.awaitEnd();
        return stage.inWait().ends();
    }

    static Verdict good_submitted_to_executor(Stage stage) {
        InterruptiblePoller query = new InterruptiblePoller(new LinkedBlockingQueue<>(), stage.pool());
        query.start();
        Waiting wait = stage.inWait();
        query.stop();
        return wait.ends();
    }
}
