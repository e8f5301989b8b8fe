// A future that knows its thread.
import java.util.concurrent.CompletableFuture;

class ThreadedFuture<T> extends CompletableFuture<T> {
    private final Thread worker;

    ThreadedFuture(Thread worker) {
        this.worker = worker;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        if (mayInterrupt) {
            worker.interrupt();
        }
        return super.cancel(mayInterrupt);
    }
}
