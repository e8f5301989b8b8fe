// The parameter is handed on to those who know the threads.
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

class GroupFuture extends CompletableFuture<Void> {
    private final List<Future<?>> parts;

    GroupFuture(List<Future<?>> parts) {
        this.parts = parts;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        parts.forEach(part -> part.cancel(mayInterruptIfRunning));
        return super.cancel(mayInterruptIfRunning);
    }
}
