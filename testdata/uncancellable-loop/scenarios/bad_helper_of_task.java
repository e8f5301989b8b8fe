// Once its thread is interrupted, the task ends before it has gone through all rows.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

class MatrixTaskScene {
    static Verdict bad_helper_of_task(Stage stage) {
        return isEnded(stage, MatrixTask::new);
    }

    static Verdict good_helper_asks(Stage stage) {
        return isEnded(stage, AskingMatrix::new);
    }

    private static Verdict isEnded(Stage stage, Function<double[][], Runnable> task) {
        double[][] rows = new double[1_000_000][];
        Arrays.fill(rows, new double[100_000]);
        var worker = stage.perform(task.apply(rows)::run);
        Thread thread = stage.busy();
        // A row that is not there fails.
        stage.afterwards(() -> {
            Arrays.fill(rows, null);
            worker.awaitEnd();
        });
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        thread.interrupt();
        long enough = times.getThreadCpuTime(thread.getId()) + TimeUnit.MILLISECONDS.toNanos(100);
        return stage.either(
                worker::hasEnded,
                () -> times.getThreadCpuTime(thread.getId()) > enough,
                "Interrupted, the thread has computed for a tenth of a second more, and has not ended.");
    }
}
