// Nothing is ever cancelled here.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class FireAndForget {
    private ScheduledFuture<?> last;

    void onEvent(ExecutorService pool, ScheduledExecutorService timer) {
        pool.submit(() -> System.out.println("event"));
        timer.schedule(() -> System.out.println("later"), 1, TimeUnit.SECONDS);
        last = timer.schedule(() -> System.out.println("last"), 2, TimeUnit.SECONDS);
    }

    boolean isQuiet() {
        return last == null || last.isDone();
    }
}
