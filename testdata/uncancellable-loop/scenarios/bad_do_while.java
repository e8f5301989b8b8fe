// Once it is interrupted, the thread ends before its values are smooth.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

class SmoothingScene {
    static Verdict bad_do_while(Stage stage) {
        double[] values = new double[100_000];
        Arrays.setAll(values, i -> -i);
        values[values.length - 1] = 1;
        Smoothing smoothing = new Smoothing(values);
        smoothing.setDaemon(true);
        smoothing.start();
        // Equal values are smooth.
        stage.afterwards(() -> {
            Arrays.fill(values, 0);
            stage.until("the thread to end", () -> !smoothing.isAlive());
        });
        return isEnded(stage, smoothing);
    }

    static Verdict good_helper_asks(Stage stage) {
        double[][] rows = new double[1_000_000][];
        Arrays.fill(rows, new double[100_000]);
        Thread thread = new Thread(new AskingMatrix(rows));
        thread.setDaemon(true);
        thread.start();
        return isEnded(stage, thread);
    }

    private static Verdict isEnded(Stage stage, Thread thread) {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        stage.until("the thread to be at work", () -> stage.isBusy(thread));
        thread.interrupt();
        long enough = times.getThreadCpuTime(thread.getId()) + TimeUnit.MILLISECONDS.toNanos(100);
        return stage.either(
                () -> !thread.isAlive(),
                () -> times.getThreadCpuTime(thread.getId()) > enough,
                "Interrupted, the thread has computed for a tenth of a second more, and has not ended.");
    }
}
