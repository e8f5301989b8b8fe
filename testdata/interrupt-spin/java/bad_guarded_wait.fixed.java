// wait() throws at once when the status is set; the condition that it waits for can never become true while it spins.
class Calls {
    private int pending;

    synchronized void awaitIdle() {
        while (pending > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    synchronized void done() {
        pending--;
        notifyAll();
    }
}
