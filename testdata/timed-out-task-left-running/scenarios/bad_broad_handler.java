// When up() has answered, the warm-up has ended.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class WarmScene {
    static Verdict bad_broad_handler(Stage stage) {
        ExecutorService pool = stage.impatientPool();
        Work warmUp = stage.work();
        return warmUp.endsWith(() -> Warm.up(pool, warmUp));
    }
}
