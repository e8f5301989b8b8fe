// The watcher ends with the handler, and takes the worker along.
class EndingWatcher {
    void start(Thread worker) {
        new Thread(() -> {
            try {
                worker.join();
            } catch (InterruptedException e) {
                worker.interrupt();
            }
        }).start();
    }
}
