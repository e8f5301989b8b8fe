// When call() is over, so is the work that it has begun.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class BoundScene {
    static Verdict bad_timeout_leaves(Stage stage) {
        ExecutorService pool = stage.impatientPool();
        Work work = stage.work();
        return work.endsWith(() -> Bound.call(pool, work, 1));
    }
}
