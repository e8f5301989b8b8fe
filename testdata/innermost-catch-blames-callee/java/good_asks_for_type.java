// One handler for all, which asks what it was before it names anybody.
import java.io.IOException;
import java.util.concurrent.Callable;

class AsksForType {
    static String call(Callable<String> mirror) throws IOException {
        try {
            Thread.sleep(5);
            return mirror.call();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted by the caller");
            }
            throw new IOException("Mirror server failed");
        }
    }
}
