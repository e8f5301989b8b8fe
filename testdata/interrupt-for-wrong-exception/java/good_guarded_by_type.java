// One handler; the status is set for the interrupt only.
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class ImageCache {
    byte[] image(Future<byte[]> loading) throws IOException {
        try {
            return loading.get();
        } catch (InterruptedException | ExecutionException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("no image", e);
        }
    }

    byte[] broad(Future<byte[]> loading) {
        try {
            return loading.get();
        } catch (Exception e) {
            if (!(e instanceof ExecutionException || e instanceof CancellationException)) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(e);
        }
    }
}
