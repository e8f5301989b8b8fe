// Remembers its own interrupt until the worker has ended.
class UntilTheEnd {
    void stop(Thread worker) {
        boolean interrupted = false;
        try {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    worker.interrupt();
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
