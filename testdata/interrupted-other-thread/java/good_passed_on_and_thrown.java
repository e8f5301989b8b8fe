// Both are told: the worker by its interrupt, the caller by the exception.
class PassedOn {
    void await(Thread worker) throws InterruptedException {
        try {
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            throw e;
        }
    }
}
