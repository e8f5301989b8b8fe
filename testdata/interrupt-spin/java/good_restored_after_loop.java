// Remembered in a local, restored when the loop has ended.
class Idle {
    private int pending;

    synchronized void awaitIdle() {
        boolean interrupted = false;
        while (pending > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void done() {
        pending--;
        notifyAll();
    }
}
