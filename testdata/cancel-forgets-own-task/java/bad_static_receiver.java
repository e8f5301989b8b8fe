// What ends the request is a static method; cancel() completes it, and forgets the check.
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PendingCall extends CompletableFuture<Object> {
    private static final Map<Long, PendingCall> OPEN = new ConcurrentHashMap<>();

    private final long id;
    private Future<?> check;

    PendingCall(long id, ScheduledExecutorService timers) {
        this.id = id;
        this.check = timers.schedule(() -> received(id, "too late"), 3, TimeUnit.SECONDS);
        OPEN.put(id, this);
    }

    static void received(long id, Object answer) {
        PendingCall call = OPEN.remove(id);
        if (call != null) {
            Future<?> check = call.check;
            check.cancel(false);
            call.answer(answer);
        }
    }

    private void answer(Object answer) {
        complete(answer);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) { // heed: cancel-forgets-own-task "'check'"
        answer("cancelled");
        OPEN.remove(id);
        return true;
    }
}
