// The source is cancelled, whatever the callback throws.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

class OnCancelScene {
    private static final Runnable CALLBACK = () -> {
        throw new IllegalStateException("callback failed");
    };

    static Verdict bad_callback_first(Stage stage) {
        AtomicBoolean source = new AtomicBoolean();
        return isCancelled(new OnCancel(source(source), CALLBACK), source);
    }

    static Verdict good_cancel_in_finally(Stage stage) {
        AtomicBoolean source = new AtomicBoolean();
        return isCancelled(new CancelInFinally(source(source), CALLBACK), source);
    }

    static Verdict good_callback_is_caught(Stage stage) {
        AtomicBoolean source = new AtomicBoolean();
        return isCancelled(new CallbackIsCaught(source(source), CALLBACK), source);
    }

    private static Verdict isCancelled(Flow.Subscription subscription, AtomicBoolean source) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                subscription.cancel();
            } catch (IllegalStateException e) {
                // what the callback throws may come out, or not
            }
        }
        return Verdict.holdsIf(source.get(), "The callback has thrown, the source runs on, and a second cancel() does nothing.");
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
