// The caller asks on which thread it is.
class SharedHelper {
    private Thread worker;

    void start() {
        worker = new Thread(this::work);
        worker.start();
    }

    private void work() {
        fail();
    }

    void fail() {
        if (!Thread.currentThread().equals(worker)) {
            stop();
        }
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
