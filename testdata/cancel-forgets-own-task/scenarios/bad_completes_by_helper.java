// Once the future is cancelled, nobody asks any more.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class PollFutureScene {
    static Verdict bad_completes_by_helper(Stage stage) {
        Timetable timers = stage.timer();
        PollFuture poll = new PollFuture();
        poll.begin(timers, () -> {});
        poll.cancel(false);
        return timers.isEmpty();
    }

    static Verdict good_helper_cancels_timer(Stage stage) {
        Timetable timers = stage.timer();
        HelpedReply reply = new HelpedReply();
        reply.start(timers, () -> {});
        reply.cancel(false);
        return timers.isEmpty();
    }
}
