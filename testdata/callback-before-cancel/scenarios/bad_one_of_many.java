// All parts are cancelled, whatever the hook throws.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

class PartsOfJobScene {
    static Verdict bad_one_of_many(Stage stage) {
        CompletableFuture<String> work = new CompletableFuture<>();
        PartsOfJob subject = new PartsOfJob(() -> {
            throw new IllegalStateException("hook failed");
        }, List.of(work));
        return isCancelled(subject::cancel, work);
    }

    static Verdict good_cancel_first(Stage stage) {
        CompletableFuture<String> work = new CompletableFuture<>();
        CancelFirst subject = new CancelFirst(subscription(work), () -> {
            throw new IllegalStateException("callback failed");
        });
        return isCancelled(subject::cancel, work);
    }

    private static Verdict isCancelled(Runnable cancel, CompletableFuture<String> work) {
        try {
            cancel.run();
        } catch (IllegalStateException e) {
            // what the callback throws may come out, or not
        }
        return Verdict.holdsIf(work.isCancelled(), "The hook has thrown, and no part is cancelled.");
    }

    private static Flow.Subscription subscription(CompletableFuture<String> work) {
        return new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                work.cancel(true);
            }
        };
    }
}
