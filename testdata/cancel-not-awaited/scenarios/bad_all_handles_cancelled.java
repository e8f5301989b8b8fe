// The journal is closed when no subscription uses it any more.
import dev.heed.verify.scene.SlowSource;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

class JournalistsScene {
    static Verdict bad_all_handles_cancelled(Stage stage) throws Exception {
        SlowSource news = stage.slowSource();
        Path file = temporary(stage);
        RandomAccessFile journal = new RandomAccessFile(file.toFile(), "rw");
        Journalists journalists = new Journalists(journal, stage.pool());
        journalists.subscribe(news);
        news.awaitTaker();
        return news.isAwaitedBy(
                stage.perform(journalists::close), "close() has closed the journal, and the subscription is still at work.");
    }

    static Verdict good_latch_of_the_task(Stage stage) throws Exception {
        SlowSource lines = stage.slowSource();
        Path file = temporary(stage);
        ExecutorService pool = stage.pool();
        CountDownLatch enough = new CountDownLatch(1);
        var recorder = stage.perform(() -> LatchedRecording.record(file, pool, lines, enough));
        lines.awaitTaker();
        enough.countDown();
        return lines.isAwaitedBy(recorder, "");
    }

    private static Path temporary(Stage stage) throws Exception {
        Path file = Files.createTempFile("scene", ".txt");
        stage.afterwards(() -> Files.deleteIfExists(file));
        return file;
    }
}
