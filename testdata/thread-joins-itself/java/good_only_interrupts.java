// The worker sets its own status, which its loop looks at.
class SelfStopper {
    private Thread worker;
    private int left = 5;

    void start() {
        worker = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (--left == 0) {
                    stop();
                }
            }
        });
        worker.start();
    }

    void stop() {
        worker.interrupt();
    }
}
