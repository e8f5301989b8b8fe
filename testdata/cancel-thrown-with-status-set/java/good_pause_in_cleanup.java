// The finally only lets some time pass; debatable, but nothing is left undone when that time is cut short.
import java.util.concurrent.CancellationException;

class SlowDown {
    void work(int steps) throws InterruptedException {
        try {
            for (int i = 0; i < steps; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        } finally {
            Thread.sleep(50);
        }
    }
}
