// Once the reply is cancelled, its time limit is no longer scheduled.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class TimedReplyScene {
    static Verdict bad_timer_survives(Stage stage) {
        Timetable timers = stage.timer();
        TimedReply reply = TimedReply.await(timers);
        reply.cancel(false);
        return timers.isEmpty();
    }

    static Verdict good_cancels_timer(Stage stage) {
        Timetable timers = stage.timer();
        TidyReply reply = TidyReply.await(timers);
        reply.cancel(false);
        return timers.isEmpty();
    }
}
