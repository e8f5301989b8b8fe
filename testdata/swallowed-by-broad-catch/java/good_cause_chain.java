// The whole chain of causes is searched for an interrupt, which is restored.
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

class Chain {
    static <T> T callOrNull(Callable<T> call) {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
            return call.call();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            return null;
        }
    }
}
