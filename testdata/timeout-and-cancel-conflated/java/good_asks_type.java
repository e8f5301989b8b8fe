// One handler, which asks which it was.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class PreviewAsks {
    static String render(Future<String> image) throws ExecutionException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            boolean stopped = e instanceof InterruptedException;
            if (stopped) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(stopped ? "Told to stop" : "Too slow");
        }
    }
}
