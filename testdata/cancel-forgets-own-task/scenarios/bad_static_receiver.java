// Once the call is cancelled, nobody checks whether it is late.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class PendingCallScene {
    static Verdict bad_static_receiver(Stage stage) {
        Timetable timers = stage.timer();
        PendingCall call = new PendingCall(1, timers);
        call.cancel(false);
        return timers.isEmpty();
    }

    static Verdict good_cancels_timer(Stage stage) {
        Timetable timers = stage.timer();
        TidyReply reply = TidyReply.await(timers);
        reply.cancel(false);
        return timers.isEmpty();
    }
}
