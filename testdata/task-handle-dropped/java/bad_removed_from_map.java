// A session that ends on its own leaves its timeout behind.
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SessionTimeouts {
    private final ScheduledExecutorService timer;
    private final Map<String, ScheduledFuture<?>> timeouts = new ConcurrentHashMap<>();

    SessionTimeouts(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void opened(String session) {
        timeouts.put(session, timer.schedule(() -> System.out.println("late: " + session), 1, TimeUnit.MINUTES));
    }

    void touched(String session) {
        ScheduledFuture<?> timeout = timeouts.remove(session);
        timeout.cancel(false);
    }

    void closed(String session) {
        timeouts.remove(session); // heed: task-handle-dropped "taken out of 'timeouts' and not cancelled, as 'touched' does"
    }
}
