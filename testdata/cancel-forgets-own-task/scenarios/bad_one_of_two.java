// Once the lease is cancelled, neither its renewal nor its expiry is scheduled.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class LeaseFutureScene {
    static Verdict bad_one_of_two(Stage stage) {
        Timetable timers = stage.timer();
        LeaseFuture lease = new LeaseFuture();
        lease.start(timers, () -> {});
        lease.cancel(false);
        return timers.isEmpty();
    }

    static Verdict good_when_complete_cancels(Stage stage) {
        Timetable timers = stage.timer();
        SelfTidying future = new SelfTidying();
        future.start(timers, () -> {});
        future.cancel(false);
        return timers.isEmpty();
    }
}
