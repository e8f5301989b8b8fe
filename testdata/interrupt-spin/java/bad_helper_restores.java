// The sleep helper restores and returns; the loop around its call does not look.
class Watcher {
    private volatile boolean closed;
    private int checks;

    void watch() {
        while (!closed) { // step 2: "the loop goes on"
            checks++;
            pause(200); // heed: interrupt-spin "set again inside the loop" // step 1: "'pause' returns with the interrupt status set again" // step 3: "'pause' is reached with the interrupt status set, and gives up at once"
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
