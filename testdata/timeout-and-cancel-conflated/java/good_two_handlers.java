// Each has a handler and words of its own.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class PreviewTwo {
    static String render(Future<String> image) throws ExecutionException, InterruptedException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            image.cancel(true);
            throw new IllegalStateException("No preview within 2 s", e);
        } catch (InterruptedException e) {
            image.cancel(true);
            throw e;
        }
    }
}
