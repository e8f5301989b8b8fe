// The worker ends by calling stop(), which waits for the worker.
class Balancer {
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
            } catch (InterruptedException e) { // heed: swallowed-interrupt
                stop(); // heed: thread-joins-itself "'stop' interrupts and joins the thread that calls it here"
                return;
            }
        }
    }

    void stop() {
        running = false;
        try {
            worker.interrupt();
            worker.join(1000);
            worker = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
