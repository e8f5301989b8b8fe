// The type is asked for the status alone; what is thrown is the same for both.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class PreviewRestores {
    static String render(Future<String> image) throws ExecutionException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("No preview", e);
        }
    }
}
