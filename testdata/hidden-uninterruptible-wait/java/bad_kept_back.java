// The handler sets the status and returns: who waits for the exception takes that for "the worker has ended".
class WorkerEnd {
    private final Thread worker;

    WorkerEnd(Runnable work) {
        worker = new Thread(work);
        worker.start();
    }

    void awaitEnd() throws InterruptedException {
        try {
            worker.join();
        } catch (InterruptedException e) { // heed: hidden-uninterruptible-wait "never throws it"
            Thread.currentThread().interrupt();
        }
    }
}
