// get() is that of CompletableFuture.
import java.util.concurrent.CompletableFuture;

class ListenedAnswer extends CompletableFuture<String> {
    private volatile boolean cancelled;

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        cancelled = true;
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
