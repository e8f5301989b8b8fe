// The worker is told to stop; who waits for it was told, too, and goes on.
class WorkerOwner {
    private final Thread worker = new Thread(() -> System.out.println("works"));

    void awaitWorker() {
        try {
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt(); // heed: interrupted-other-thread
        }
    }
}
