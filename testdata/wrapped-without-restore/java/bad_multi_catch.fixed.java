// One handler for a failed and for an interrupted call.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Render {
    static byte[] bytes(Future<byte[]> image) {
        try {
            return image.get();
        } catch (InterruptedException | ExecutionException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no image", e);
        }
    }
}
