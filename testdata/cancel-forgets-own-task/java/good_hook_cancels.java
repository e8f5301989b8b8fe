// FutureTask calls done() after a cancel, too.
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TimedTask<T> extends FutureTask<T> {
    private ScheduledFuture<?> timer;

    TimedTask(Callable<T> work) {
        super(work);
    }

    void limit(ScheduledExecutorService timers) {
        timer = timers.schedule(() -> cancel(true), 1, TimeUnit.MINUTES);
    }

    @Override
    protected void done() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(true);
    }
}
