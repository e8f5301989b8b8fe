// call() declares Exception: that it may deliver an interrupt is possible, not known, so no finding.
import java.util.concurrent.Callable;

class Attempt {
    static <T> T orNull(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            System.err.println("attempt failed: " + e);
            return null;
        }
    }
}
