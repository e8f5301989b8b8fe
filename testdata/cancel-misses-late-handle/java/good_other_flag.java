// The flag that is asked is not the one that the cancel sets.
import java.util.concurrent.Future;

class OtherFlag {
    private volatile boolean cancelled;
    private volatile boolean quiet;
    private volatile Future<?> current;

    void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    void register(Future<?> next) {
        if (quiet) {
            return;
        }
        current = next;
    }

    boolean cancel() {
        cancelled = true;
        Future<?> last = current;
        return last != null && last.cancel(true);
    }

    boolean isCancelled() {
        return cancelled;
    }
}
