// The sleep helper restores and returns; the loop around its call does not look.
class Watcher {
    private volatile boolean closed;
    private int checks;

    void watch() {
        while (!closed) {
            checks++;
            pause(200);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    void close() {
        closed = true;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
