// The ticks are cancelled, whatever the consumer throws.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

class CountdownScene {
    static Verdict bad_consumer_told_first(Stage stage) {
        CompletableFuture<String> work = new CompletableFuture<>();
        Countdown subject = new Countdown(left -> {
            throw new IllegalStateException("consumer failed");
        }, work, 3);
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
        return Verdict.holdsIf(work.isCancelled(), "The consumer has thrown, and the ticks go on.");
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
