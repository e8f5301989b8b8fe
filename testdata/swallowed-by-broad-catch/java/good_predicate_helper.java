// The caller asks a helper what it caught; the answer for an interrupt is followed.
import java.util.concurrent.Future;

class Predicate {
    static void await(Future<?> task) {
        try {
            task.get();
        } catch (Exception e) {
            if (isInterrupt(e)) {
                Thread.currentThread().interrupt();
                return;
            }
            System.err.println("failed: " + e);
        }
    }

    private static boolean isInterrupt(Throwable thrown) {
        return thrown instanceof InterruptedException
                || (thrown.getCause() != null && thrown.getCause() instanceof InterruptedException);
    }
}
