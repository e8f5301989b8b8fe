// stop() is for the worker, too: it asks who calls.
class AskingBalancer {
    private Thread worker;
    private boolean stopped;

    void start() {
        worker = new Thread(this::balance);
        worker.start();
    }

    private void balance() {
        stop();
    }

    void stop() {
        if (Thread.currentThread() == worker) {
            stopped = true;
            return;
        }
        worker.interrupt();
        try {
            worker.join(1000);
            stopped = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
