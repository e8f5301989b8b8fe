// Somebody cancelled the task that is awaited here; that is no request to stop waiting threads.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class ThumbnailView {
    byte[] thumbnail(Future<byte[]> rendering) throws ExecutionException {
        try {
            return rendering.get();
        } catch (InterruptedException | CancellationException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        }
    }
}
