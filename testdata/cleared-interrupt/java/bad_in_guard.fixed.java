// The wrong method in the guard of a broad handler.
import java.util.concurrent.Future;

class Guarded {
    static int sizeOf(Future<byte[]> bytes) {
        try {
            return bytes.get().length;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return 0;
        }
    }
}
