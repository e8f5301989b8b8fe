// The source is cancelled, whatever the listener throws.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

class MaybeToldScene {
    static Verdict bad_only_if_there_is_one(Stage stage) {
        AtomicBoolean source = new AtomicBoolean();
        MaybeTold subscription = new MaybeTold(source(source), text -> {
            throw new IllegalStateException("listener failed");
        });
        return isCancelled(subscription, source);
    }

    static Verdict good_cancel_first(Stage stage) {
        AtomicBoolean source = new AtomicBoolean();
        CancelFirst subscription = new CancelFirst(source(source), () -> {
            throw new IllegalStateException("listener failed");
        });
        return isCancelled(subscription, source);
    }

    private static Verdict isCancelled(Flow.Subscription subscription, AtomicBoolean source) {
        try {
            subscription.cancel();
        } catch (IllegalStateException e) {
            // what the callback throws may come out, or not
        }
        return Verdict.holdsIf(source.get(), "The listener has thrown, and the source runs on.");
    }

    private static Flow.Subscription source(AtomicBoolean isCancelled) {
        return new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                isCancelled.set(true);
            }
        };
    }
}
