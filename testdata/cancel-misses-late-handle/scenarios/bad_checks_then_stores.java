// A cancel in the middle of setDependency() cancels the new dependency, too.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

class OperationScene {
    static Verdict bad_checks_then_stores(Stage stage) {
        CompletableFuture<String> next = new CompletableFuture<>();
        AtomicReference<Operation> operation = new AtomicReference<>();
        stage.behindLook("Operation.setDependency", () -> stage.elsewhere(() -> operation.get().cancel()));
        operation.set(new Operation());
        operation.get().setDependency(() -> next.cancel(true));
        return isCancelled(next);
    }

    static Verdict good_looks_again(Stage stage) {
        CompletableFuture<String> next = new CompletableFuture<>();
        AtomicReference<StoreThenLook> operation = new AtomicReference<>();
        stage.behindLook("StoreThenLook.setDependency", () -> stage.elsewhere(() -> operation.get().cancel()));
        operation.set(new StoreThenLook());
        operation.get().setDependency(next);
        return isCancelled(next);
    }

    private static Verdict isCancelled(CompletableFuture<String> next) {
        return Verdict.holdsIf(next.isCancelled(), "The operation is cancelled, and its new dependency goes on.");
    }
}
