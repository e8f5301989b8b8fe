// After a cancel the lock is free.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.locks.StampedLock;
import reactor.core.publisher.Mono;

class LockedViewScene {
    static Verdict bad_unlocked_in_lambda(Stage stage) {
        LockedView view = new LockedView();
        view.read(Mono.never()).subscribe().dispose();
        StampedLock lock = (StampedLock) Stage.field(view, "lock");
        return Verdict.holdsIf(!lock.isReadLocked(), "Reactor has not run the hook for the cancel: the lock stays taken.");
    }
}
