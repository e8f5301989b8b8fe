// wait() throws at once when the status is set; the condition that it waits for can never become true while it spins.
class Calls {
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
