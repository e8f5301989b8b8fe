// The call stands in a helper of the body.
class HeartMonitor implements Runnable {
    private final Thread thread = new Thread(this, "watchdog");
    private int misses;
    private volatile boolean stopped;

    void start() {
        thread.start();
    }

    @Override
    public void run() { // step 1: "runs on the thread"
        while (!stopped && misses < 10) {
            check();
        }
    }

    private void check() {
        misses++;
        if (misses > 3) {
            shutdown(); // heed: thread-joins-itself // step 2: "calls 'shutdown'"
        }
    }

    void shutdown() {
        thread.interrupt(); // step 3: "interrupts itself"
        try {
            thread.join(500); // step 4: "its own end"
            stopped = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
