// Released when the call fails and when it succeeds, not when it is interrupted.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

class Window {
    private final Semaphore inFlight = new Semaphore(4);

    String send(Future<String> reply) throws InterruptedException {
        inFlight.acquireUninterruptibly(); // heed: release-after-await
        String text;
        try {
            text = reply.get();
        } catch (ExecutionException e) {
            inFlight.release();
            throw new IllegalStateException("no reply", e.getCause());
        }
        inFlight.release();
        return text;
    }
}
