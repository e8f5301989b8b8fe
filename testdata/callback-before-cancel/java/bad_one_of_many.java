// None of the parts is cancelled.
import java.util.List;
import java.util.concurrent.Future;

class PartsOfJob {
    private final Runnable hook;
    private final List<Future<?>> parts;

    PartsOfJob(Runnable hook, List<Future<?>> parts) {
        this.hook = hook;
        this.parts = List.copyOf(parts);
    }

    void cancel() {
        hook.run(); // heed: callback-before-cancel
        for (Future<?> part : parts) {
            part.cancel(true);
        }
    }
}
