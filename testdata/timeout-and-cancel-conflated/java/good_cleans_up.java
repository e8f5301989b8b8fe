// Both are cleaned up after, and thrown on as they are.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class PreviewCleans {
    static String render(Future<String> image) throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            image.cancel(true);
            throw e;
        }
    }
}
