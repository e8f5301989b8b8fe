// The heartbeat is cancelled, whatever the farewell throws.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

class GreetedSessionScene {
    static Verdict bad_own_interface(Stage stage) {
        CompletableFuture<String> work = new CompletableFuture<>();
        GreetedSession subject = new GreetedSession(name -> {
            throw new IllegalStateException("farewell failed");
        }, work, "session");
        return isCancelled(subject::dispose, work);
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
        return Verdict.holdsIf(work.isCancelled(), "The farewell has thrown, and the heart still beats.");
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
