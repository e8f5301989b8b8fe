// The sleep helper restores and says so by its result, and the loop listens.
class Listening {
    private volatile boolean closed;

    void watch() {
        while (!closed) {
            System.out.println("looking");
            if (!pause(200)) {
                return;
            }
        }
    }

    void close() {
        closed = true;
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
