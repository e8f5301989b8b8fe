// The project's own uninterruptible wait keeps the interrupt in a local: it does not throw, and does not stop waiting.
import java.util.concurrent.CountDownLatch;

class Patient {
    static void awaitBoth(CountDownLatch first, Thread second) {
        try {
            first.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        joinUninterruptibly(second);
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    thread.join();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
