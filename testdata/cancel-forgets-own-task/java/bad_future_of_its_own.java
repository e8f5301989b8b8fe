// Failing ends the transfer, cancelling does not.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

class CopyFuture extends FutureTask<Boolean> {
    private Future<?> transfer;

    CopyFuture(Callable<Boolean> result) {
        super(result);
    }

    void start(ExecutorService pool, Runnable copy) {
        transfer = pool.submit(copy);
    }

    void fail(Throwable why) {
        transfer.cancel(true);
        setException(why);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) { // heed: cancel-forgets-own-task "'fail' cancels 'transfer'"
        return super.cancel(mayInterruptIfRunning);
    }
}
