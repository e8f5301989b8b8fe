// The one or the other, never both.
import java.util.concurrent.Flow;

class SourceOrCallback implements Flow.Subscription {
    private final Flow.Subscription source;
    private final Runnable callback;

    SourceOrCallback(Flow.Subscription source, Runnable callback) {
        this.source = source;
        this.callback = callback;
    }

    @Override
    public void request(long n) {
        source.request(n);
    }

    @Override
    public void cancel() {
        if (source == null) {
            callback.run();
        } else {
            source.cancel();
        }
    }
}
