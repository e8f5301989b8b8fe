// An abort in the middle of partStarted() cancels the part, too.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

class MultipartUploadScene {
    static Verdict bad_asks_own_method(Stage stage) {
        CompletableFuture<String> part = new CompletableFuture<>();
        MultipartUpload upload = new MultipartUpload() {
            @Override
            boolean isAborted() {
                boolean answer = super.isAborted();
                stage.elsewhere(this::abort);
                return answer;
            }
        };
        upload.partStarted(part);
        return isCancelled(part);
    }

    static Verdict good_looks_again(Stage stage) {
        CompletableFuture<String> part = new CompletableFuture<>();
        AtomicReference<StoreThenLook> operation = new AtomicReference<>();
        stage.behindLook("StoreThenLook.setDependency", () -> stage.elsewhere(() -> operation.get().cancel()));
        operation.set(new StoreThenLook());
        operation.get().setDependency(part);
        return isCancelled(part);
    }

    private static Verdict isCancelled(CompletableFuture<String> part) {
        return Verdict.holdsIf(part.isCancelled(), "The upload is aborted, and the part that was just started goes on.");
    }
}
