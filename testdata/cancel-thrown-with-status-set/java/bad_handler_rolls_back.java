// The handler of the cancel waits for the rollback, and gets an InterruptedException in place of it.
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

class LedgerImport {
    private final Semaphore writers = new Semaphore(1);

    void importAll(Iterable<String> lines) throws InterruptedException {
        try {
            for (String line : lines) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("import cancelled"); // heed: cancel-thrown-with-status-set "'acquire'"
                }
                apply(line);
            }
        } catch (CancellationException e) {
            writers.acquire();
            rollBack();
            writers.release();
            throw e;
        }
    }

    private void apply(String line) {}

    private void rollBack() {}
}
