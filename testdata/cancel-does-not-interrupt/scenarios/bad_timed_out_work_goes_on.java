// When the caller has given up, the query ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.util.List;

class QueriesScene {
    static Verdict bad_timed_out_work_goes_on(Stage stage) {
        return isEnded(stage, new Queries()::ask);
    }

    static Verdict good_query_of_executor(Stage stage) {
        return isEnded(stage, new ExecutorQueries(stage.pool())::ask);
    }

    private static Verdict isEnded(Stage stage, Stage.Call<Integer> ask) {
        var caller = stage.call(ask);
        List<Waiting> both = stage.inWait(2); // the query, and who waits for it
        caller.awaitEnd();
        return Waiting.allEnd(both);
    }
}
