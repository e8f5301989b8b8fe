// The future asks itself whether it was cancelled.
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;

class Job extends FutureTask<String> {
    private volatile boolean stopped;

    Job() {
        super(() -> "");
    }

    void check() throws InterruptedException {
        if (isCancelled()) {
            throw new InterruptedException("this job was cancelled");
        }
        if (stopped) {
            throw new CancellationException();
        }
    }
}
