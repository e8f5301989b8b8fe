// After close() there is no beat, however often the period has changed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class HeartRateScene {
    static Verdict bad_rescheduled(Stage stage) {
        Timetable timer = stage.timer();
        HeartRate rate = new HeartRate(timer);
        rate.reschedule(60);
        rate.reschedule(30);
        rate.close();
        return timer.isEmpty();
    }
}
