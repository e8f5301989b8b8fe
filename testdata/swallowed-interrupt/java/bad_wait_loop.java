// A guarded wait that starts over when it is interrupted: the thread cannot be stopped while it waits here.
class Gate {
    private boolean open;

    synchronized void pass() {
        while (!open) {
            try {
                wait();
            } catch (InterruptedException e) { // heed: swallowed-interrupt
                // checked again above
            }
        }
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }
}
