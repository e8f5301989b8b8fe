// When its caller was interrupted, the query ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class QueryScene {
    static Verdict bad_cancelled_on_timeout_only(Stage stage) {
        ExecutorService pool = stage.pool();
        Work query = stage.work();
        return query.endsWithInterrupted(() -> Query.run(pool, query));
    }
}
