// The writer is closed when the task has ended.
import dev.heed.verify.scene.SlowSource;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

class RecordingScene {
    private interface Recorder {
        void record(Path path, ExecutorService pool, BlockingQueue<String> lines, CountDownLatch enough)
                throws Exception;
    }

    static Verdict bad_future_cancelled_in_try(Stage stage) throws Exception {
        return isAwaited(stage, Recording::record);
    }

    static Verdict good_latch_of_the_task(Stage stage) throws Exception {
        return isAwaited(stage, LatchedRecording::record);
    }

    private static Verdict isAwaited(Stage stage, Recorder recorder) throws Exception {
        SlowSource lines = stage.slowSource();
        Path file = Files.createTempFile("scene", ".txt");
        stage.afterwards(() -> Files.deleteIfExists(file));
        ExecutorService pool = stage.pool();
        CountDownLatch enough = new CountDownLatch(1);
        var caller = stage.perform(() -> recorder.record(file, pool, lines, enough));
        lines.awaitTaker();
        enough.countDown();
        return lines.isAwaitedBy(caller, "record() has closed the writer, and the task is still at work.");
    }
}
