// The task calls the handler again, but so do others, at any time.
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TopologyListener {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> refresh;

    TopologyListener(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    public void onChange(String node) {
        if (node.isEmpty()) {
            if (refresh != null) {
                refresh.cancel(false);
            }
            refresh = timer.schedule(() -> onChange(node.strip()), 5, TimeUnit.SECONDS);
        }
    }

    void close() {
        if (refresh != null) {
            refresh.cancel(false);
        }
    }
}
