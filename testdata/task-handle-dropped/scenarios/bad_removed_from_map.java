// No timeout is scheduled for a session that has ended.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class SessionTimeoutsScene {
    static Verdict bad_removed_from_map(Stage stage) {
        Timetable timer = stage.timer();
        SessionTimeouts timeouts = new SessionTimeouts(timer);
        timeouts.opened("session");
        timeouts.closed("session");
        return timer.isEmpty();
    }

    static Verdict good_task_leaves_map(Stage stage) {
        Timetable timer = stage.timer();
        SelfRemoving retries = new SelfRemoving(timer);
        retries.later("key");
        retries.cancel("key");
        return timer.isEmpty();
    }
}
