// Once the future is cancelled, the transfer ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class CopyFutureScene {
    static Verdict bad_future_of_its_own(Stage stage) {
        Work transfer = stage.work();
        CopyFuture copy = new CopyFuture(() -> true);
        copy.start(stage.pool(), transfer);
        transfer.atWork();
        copy.cancel(true);
        return transfer.ends();
    }

    static Verdict good_hook_cancels(Stage stage) {
        Timetable timers = stage.timer();
        TimedTask<Boolean> task = new TimedTask<>(() -> true);
        task.limit(timers);
        task.cancel(true);
        return timers.isEmpty();
    }
}
