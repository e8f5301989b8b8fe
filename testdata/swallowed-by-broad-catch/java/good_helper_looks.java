// A helper that is given the exception restores the status when it is an interrupt.
import java.util.concurrent.Future;

class Looks {
    static boolean succeeded(Future<?> task) {
        try {
            task.get();
            return true;
        } catch (Exception e) {
            restoreIfInterrupted(e);
            return false;
        }
    }

    private static void restoreIfInterrupted(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
