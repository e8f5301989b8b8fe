// A callback that throws keeps the source from being cancelled; the flag keeps the second try from it, too.
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

class OnCancel implements Flow.Subscription {
    private final Flow.Subscription source;
    private final Runnable callback;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    OnCancel(Flow.Subscription source, Runnable callback) {
        this.source = source;
        this.callback = callback;
    }

    @Override
    public void request(long n) {
        source.request(n);
    }

    @Override
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            callback.run(); // heed: callback-before-cancel "If 'callback' throws"
            source.cancel();
        }
    }
}
