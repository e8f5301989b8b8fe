// Too slow, or told to stop? The caller gets one answer for both.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Preview {
    static final class PreviewException extends Exception {
        private static final long serialVersionUID = 1;

        PreviewException(String message) {
            super(message);
        }
    }

    static String render(Future<String> image) throws ExecutionException, PreviewException {
        try {
            return image.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) { // heed: wrapped-without-restore
            image.cancel(true);
            throw new PreviewException("No preview"); // heed: timeout-and-cancel-conflated "says the same for 'TimeoutException' and for the interrupt that 'get' delivers"
        }
    }
}
