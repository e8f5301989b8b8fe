// The helper throws where it is asked to, and here it is; the status is clear when the failure leaves.
class Response {
    private boolean here;

    synchronized boolean awaitOrFail(long millis) {
        return awaitOrFail(millis, true);
    }

    synchronized boolean awaitOrFail(long millis, boolean interruptible) {
        try {
            return await(millis, interruptible);
        } catch (InterruptedException e) { // heed: wrapped-without-restore
            throw new IllegalStateException("no response", e);
        }
    }

    private boolean await(long millis, boolean interruptible) throws InterruptedException {
        boolean interrupted = false;
        while (!here) {
            try {
                wait(millis);
            } catch (InterruptedException e) {
                if (interruptible) {
                    throw e;
                }
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return here;
    }

    synchronized void arrived() {
        here = true;
        notifyAll();
    }
}
