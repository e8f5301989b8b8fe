// The default is right for a failed look-up, and hides an interrupted one.
import java.util.concurrent.Future;

class Settings {
    private final Future<Integer> limit;

    Settings(Future<Integer> limit) {
        this.limit = limit;
    }

    int limit() {
        try {
            return limit.get();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return 100;
        }
    }
}
