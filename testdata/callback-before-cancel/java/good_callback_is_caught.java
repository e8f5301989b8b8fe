// What the callback throws is reported, and the cancel goes on.
import java.util.concurrent.Flow;

class CallbackIsCaught implements Flow.Subscription {
    private final Flow.Subscription source;
    private final Runnable callback;

    CallbackIsCaught(Flow.Subscription source, Runnable callback) {
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
        } catch (RuntimeException e) {
            System.err.println("callback failed: " + e);
        }
        source.cancel();
    }
}
