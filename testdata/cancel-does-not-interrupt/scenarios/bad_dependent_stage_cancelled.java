// Once it is cancelled, the download waits for no more blocks.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class DownloadingScene {
    static Verdict bad_dependent_stage_cancelled(Stage stage) {
        BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
        Downloading downloading = new Downloading();
        downloading.start(stage.pool(), blocks);
        Waiting download = stage.inWait();
        downloading.cancel();
        return download.ends();
    }

    static Verdict good_pool_is_stopped_too(Stage stage) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        PoolOfItsOwn printing = new PoolOfItsOwn();
        printing.start(lines);
        Waiting print = stage.inWait();
        printing.stop();
        return print.ends();
    }
}
