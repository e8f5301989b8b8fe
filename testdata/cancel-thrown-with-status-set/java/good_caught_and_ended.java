// The worker catches the cancel and ends; what the pool does next is its own affair.
import java.util.concurrent.CancellationException;

class EndingWorker implements Runnable {
    @Override
    public void run() {
        try {
            for (int i = 0; i < 1_000_000; i++) {
                step(i);
            }
        } catch (CancellationException e) {
            return;
        }
    }

    private void step(int i) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("at step " + i);
        }
    }
}
