// Where there is a callback, the cancel hangs on it.
import java.util.concurrent.Flow;
import java.util.function.Consumer;

class MaybeTold implements Flow.Subscription {
    private final Flow.Subscription source;
    private final Consumer<String> listener;

    MaybeTold(Flow.Subscription source, Consumer<String> listener) {
        this.source = source;
        this.listener = listener;
    }

    @Override
    public void request(long n) {
        source.request(n);
    }

    @Override
    public void cancel() {
        if (listener != null) {
            listener.accept("cancelled"); // heed: callback-before-cancel
        }
        source.cancel();
    }
}
