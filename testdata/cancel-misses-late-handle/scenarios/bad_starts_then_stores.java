// A dispose() in the middle of next() ends the task, too.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

class RefreshScene {
    static Verdict bad_starts_then_stores(Stage stage) {
        Work work = stage.work();
        AtomicReference<Refresh> refresh = new AtomicReference<>();
        refresh.set(new Refresh(poolThatLetsIn(stage, work, () -> refresh.get().dispose())));
        refresh.get().next(work);
        return work.ends();
    }

    static Verdict good_looks_before_and_after(Stage stage) {
        Work work = stage.work();
        AtomicReference<TwoLooks> refresh = new AtomicReference<>();
        refresh.set(new TwoLooks(poolThatLetsIn(stage, work, () -> refresh.get().cancel())));
        refresh.get().start(work);
        return work.ends();
    }

    /** The cancel comes in when the task is at work, and submit() has not returned. */
    private static ExecutorService poolThatLetsIn(Stage stage, Work work, Stage.Action cancel) {
        return stage.pool(() -> {
            work.atWork();
            stage.elsewhere(cancel);
        });
    }
}
