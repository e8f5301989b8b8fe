// No future: get() may answer what it likes.
class Cell {
    private volatile boolean cancelled;
    private volatile String value;

    boolean cancel(boolean quietly) {
        cancelled = true;
        return quietly;
    }

    boolean isCancelled() {
        return cancelled;
    }

    String get() {
        return value;
    }
}
