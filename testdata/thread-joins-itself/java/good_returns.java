// The worker ends by returning.
class ReturningBalancer {
    private volatile boolean running;
    private Thread worker;

    void start() {
        running = true;
        worker = new Thread(this::balance);
        worker.start();
    }

    private void balance() {
        while (running) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void stop() {
        running = false;
        try {
            worker.interrupt();
            worker.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
