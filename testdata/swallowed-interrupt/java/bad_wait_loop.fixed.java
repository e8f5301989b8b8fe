// A guarded wait that starts over when it is interrupted: the thread cannot be stopped while it waits here.
class Gate {
    private boolean open;

    synchronized void pass() {
        boolean interrupted = false;
        while (!open) {
            try {
                wait();
            } catch (InterruptedException e) {
                // checked again above
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }
}
