// The task was given to the future: it belongs to who has started it.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

class Watching extends CompletableFuture<String> {
    private final Future<?> watched;

    Watching(Future<?> watched) {
        this.watched = watched;
    }

    void giveUp() {
        watched.cancel(true);
        complete("given up");
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning);
    }
}
