// A cancel in the middle of started() cancels the transfer, too.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

class FileTransferScene {
    static Verdict bad_volatile_fields(Stage stage) {
        CompletableFuture<String> next = new CompletableFuture<>();
        AtomicReference<FileTransfer> files = new AtomicReference<>();
        stage.behindLook("FileTransfer.started", () -> stage.elsewhere(() -> files.get().cancel()));
        files.set(new FileTransfer());
        files.get().started(next);
        return Verdict.holdsIf(next.isCancelled(), "cancel() found nothing to cancel, and the transfer goes on.");
    }

    static Verdict good_both_locked(Stage stage) {
        CompletableFuture<String> next = new CompletableFuture<>();
        AtomicReference<BothLocked> files = new AtomicReference<>();
        stage.behindLook("BothLocked.register", () -> stage.elsewhere(() -> files.get().cancel()));
        files.set(new BothLocked());
        files.get().register(next);
        return stage.either(next::isCancelled, () -> false, "");
    }
}
