// The worker is interrupted, and the own status is set again.
class BothInterrupted {
    void await(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
