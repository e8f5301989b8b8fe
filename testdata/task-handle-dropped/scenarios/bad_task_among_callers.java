// After close() no refresh is scheduled, however many changes there were.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class TopologyListenerScene {
    static Verdict bad_task_among_callers(Stage stage) {
        Timetable timer = stage.timer();
        TopologyListener listener = new TopologyListener(timer);
        listener.onChange("");
        listener.onChange("");
        listener.close();
        return timer.isEmpty();
    }
}
