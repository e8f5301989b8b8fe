// A worker stops the one before it in the chain.
class ChainLink {
    private final ChainLink before;
    private Thread worker;

    ChainLink(ChainLink before) {
        this.before = before;
    }

    void start() {
        worker = new Thread(() -> before.stop());
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
