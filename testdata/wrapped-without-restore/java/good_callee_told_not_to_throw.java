// The helper throws only where it is asked to; here it is not, and restores by itself. The handler is there for the compiler.
class Reply {
    private boolean here;

    synchronized boolean await(long millis) throws InterruptedException {
        return await(millis, true);
    }

    synchronized boolean awaitUninterruptibly(long millis) {
        try {
            return await(millis, false);
        } catch (InterruptedException e) {
            throw new InternalError("not interruptible");
        }
    }

    private boolean await(long millis, boolean interruptible) throws InterruptedException {
        if (interruptible && Thread.interrupted()) {
            throw new InterruptedException(toString());
        }
        boolean interrupted = false;
        try {
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
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return here;
    }

    synchronized void arrived() {
        here = true;
        notifyAll();
    }
}
