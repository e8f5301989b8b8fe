// Whatever the callback does, the source is cancelled.
import java.util.concurrent.Flow;

class CancelInFinally implements Flow.Subscription {
    private final Flow.Subscription source;
    private final Runnable callback;

    CancelInFinally(Flow.Subscription source, Runnable callback) {
        this.source = source;
        this.callback = callback;
    }

    @Override
    public void request(long n) {
        source.request(n);
    }

    @Override
    public void cancel() {
        try {
            callback.run();
        } finally {
            source.cancel();
        }
    }
}
