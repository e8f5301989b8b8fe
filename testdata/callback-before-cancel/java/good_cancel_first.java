// The source is cancelled first.
import java.util.concurrent.Flow;

class CancelFirst implements Flow.Subscription {
    private final Flow.Subscription source;
    private final Runnable callback;

    CancelFirst(Flow.Subscription source, Runnable callback) {
        this.source = source;
        this.callback = callback;
    }

    @Override
    public void request(long n) {
        source.request(n);
    }

    @Override
    public void cancel() {
        source.cancel();
        callback.run();
    }
}
