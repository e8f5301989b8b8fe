// The index is closed when nobody works on it any more.
import dev.heed.verify.scene.SlowSource;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

class IndexingScene {
    static Verdict bad_cancelled_when_time_is_up(Stage stage) {
        SlowSource pages = stage.slowSource();
        ExecutorService pool = stage.impatientPool();
        return pages.isAwaitedBy(
                stage.perform(() -> Indexing.build(pool, new ArrayList<>(), pages)),
                "build() has closed the index, and the task is still at work.");
    }

    static Verdict good_latch_of_the_task(Stage stage) throws Exception {
        SlowSource lines = stage.slowSource();
        Path file = Files.createTempFile("scene", ".txt");
        stage.afterwards(() -> Files.deleteIfExists(file));
        ExecutorService pool = stage.pool();
        CountDownLatch enough = new CountDownLatch(1);
        var recorder = stage.perform(() -> LatchedRecording.record(file, pool, lines, enough));
        lines.awaitTaker();
        enough.countDown();
        return lines.isAwaitedBy(recorder, "");
    }
}
