// A cancel in the middle of register() cancels what is registered, too.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

class HalfLockedScene {
    static Verdict bad_one_side_locked(Stage stage) {
        CompletableFuture<String> next = new CompletableFuture<>();
        AtomicReference<HalfLocked> owner = new AtomicReference<>();
        stage.behindLook("HalfLocked.register", () -> stage.elsewhere(() -> owner.get().cancel()));
        owner.set(new HalfLocked());
        owner.get().register(next);
        return Verdict.holdsIf(next.isCancelled(), "cancel() took no lock, came in between, and what is registered goes on.");
    }

    static Verdict good_both_locked(Stage stage) {
        CompletableFuture<String> next = new CompletableFuture<>();
        AtomicReference<BothLocked> owner = new AtomicReference<>();
        // The cancel comes to the lock, and waits there.
        stage.behindLook("BothLocked.register", () -> stage.elsewhere(() -> owner.get().cancel()));
        owner.set(new BothLocked());
        owner.get().register(next);
        return stage.either(next::isCancelled, () -> false, "");
    }
}
