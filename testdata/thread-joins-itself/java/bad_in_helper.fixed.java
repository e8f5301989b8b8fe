// The call stands in a helper of the body.
class HeartMonitor implements Runnable {
    private final Thread thread = new Thread(this, "watchdog");
    private int misses;
    private volatile boolean stopped;

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        while (!stopped && misses < 10) {
            check();
        }
    }

    private void check() {
        misses++;
        if (misses > 3) {
            shutdown();
        }
    }

    void shutdown() {
        thread.interrupt();
        try {
            if (Thread.currentThread() != thread) {
                thread.join(500);
            }
            stopped = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
