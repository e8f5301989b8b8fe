// The task takes itself out of the map when it is done.
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SelfRemoving {
    private final ScheduledExecutorService timer;
    private final Map<String, ScheduledFuture<?>> retries = new ConcurrentHashMap<>();

    SelfRemoving(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void later(String key) {
        retries.put(key, timer.schedule(() -> fire(key), 1, TimeUnit.MINUTES));
    }

    private void fire(String key) {
        retries.remove(key);
        System.out.println(key);
    }

    void cancel(String key) {
        ScheduledFuture<?> retry = retries.remove(key);
        retry.cancel(false);
    }
}
