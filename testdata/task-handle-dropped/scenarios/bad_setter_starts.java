// After close() nothing is flushed, however often the period was set.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class FlushTimerScene {
    static Verdict bad_setter_starts(Stage stage) {
        Timetable timer = stage.timer();
        FlushTimer flushing = new FlushTimer(timer);
        flushing.setPeriod(60_000);
        flushing.setPeriod(30_000);
        flushing.close();
        return timer.isEmpty();
    }
}
