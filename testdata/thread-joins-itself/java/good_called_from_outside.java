// Only others call stop().
class OutsideStopper {
    private Thread worker;

    void start() {
        worker = new Thread(() -> System.out.println("working"));
        worker.start();
    }

    void restart() {
        stop();
        start();
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
