// When close() is over, a task that hangs has been told to stop.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class PrintPoolScene {
    static Verdict bad_inverted_await(Stage stage) throws InterruptedException {
        ExecutorService pool = stage.impatientPool();
        Work print = stage.work();
        pool.execute(print);
        print.atWork();
        PrintPool.close(pool);
        return print.ends();
    }
}
