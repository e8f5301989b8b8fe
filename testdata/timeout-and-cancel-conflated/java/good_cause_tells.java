// The cause tells which it was.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class PreviewCause {
    static String render(Future<String> image) throws ExecutionException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            image.cancel(true);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("No preview", e);
        }
    }
}
