// Thrown by the own code for itself and restored: the exception of an old interface that nothing here waits for.
import java.util.function.IntSupplier;

class Declared {
    interface Step {
        int run() throws InterruptedException;
    }

    static final class Fast implements Step {
        @Override
        public int run() {
            return 1;
        }
    }

    static IntSupplier supplier(Fast fast) {
        return () -> {
            try {
                if (fast.run() < 0) {
                    throw new InterruptedException();
                }
                return 1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        };
    }
}
