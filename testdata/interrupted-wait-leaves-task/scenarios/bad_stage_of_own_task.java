// When its caller was interrupted, the measurement ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class ClockProbeScene {
    static Verdict bad_stage_of_own_task(Stage stage) {
        Work measurement = stage.work();
        return measurement.endsWithInterrupted(
                () -> ClockProbe.resolution(() -> (long) measurement.get().length()));
    }

    static Verdict good_cancelled(Stage stage) {
        ExecutorService pool = stage.pool();
        Work report = stage.work();
        return report.endsWithInterrupted(() -> CarefulDesk.write(pool, report));
    }
}
