// All parts are stopped first; a library's helper then throws what has been gathered.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ExceptionUtil;

class StopsInOrder {
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private boolean stopped;

    void stop() throws Exception {
        Throwable all = null;
        try {
            drained.get(30, TimeUnit.SECONDS);
        } catch (Throwable e) {
            all = ExceptionUtil.combine(all, e);
        }
        stopped = true;
        ExceptionUtil.ifExceptionThrow(all);
    }
}
