// The callback is what cancels; nothing else is behind it.
class OnlyCallback {
    private final Runnable onCancel;
    private boolean cancelled;

    OnlyCallback(Runnable onCancel) {
        this.onCancel = onCancel;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        onCancel.run();
        cancelled = true;
    }
}
