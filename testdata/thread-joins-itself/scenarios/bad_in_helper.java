// When the monitor has shut itself down, it makes no more checks.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class HeartMonitorScene {
    static Verdict bad_in_helper(Stage stage) {
        HeartMonitor monitor = new HeartMonitor();
        monitor.start();
        Thread watchdog = (Thread) Stage.field(monitor, "thread");
        stage.until("the monitor to end", () -> !watchdog.isAlive());
        Object misses = Stage.field(monitor, "misses");
        return Verdict.holdsIf(
                misses.equals(4),
                "The monitor has interrupted itself: its join threw, nothing was stopped, and it has come to check " + misses + ".");
    }
}
