// The stop is handed to a thread of its own.
class AsyncStopper {
    private Thread worker;

    void start() {
        worker = new Thread(() -> new Thread(this::stop).start());
        worker.start();
    }

    void stop() {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
