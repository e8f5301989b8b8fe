// The text is chosen by the type.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class PreviewChooses {
    static String render(Future<String> image) throws ExecutionException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(e instanceof TimeoutException ? "Too slow" : "Told to stop");
        }
    }
}
