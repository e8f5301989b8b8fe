// A future that knows its thread.
import java.util.concurrent.CompletableFuture;

class ThreadedFuture<T> extends CompletableFuture<T> {
    private final Thread worker;

    ThreadedFuture(Thread worker) {
        this.worker = worker;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        worker.interrupt(); // heed: cancel-interrupts-unasked "'mayInterrupt'"
        return super.cancel(mayInterrupt);
    }
}
