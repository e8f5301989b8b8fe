package dev.heed.verify.scene;

import java.util.concurrent.LinkedBlockingQueue;

/**
 * A queue from which nothing comes. A task that is interrupted while it takes from it has something to do before it ends: until
 * whoever has asked it to stop either waits for it, or has gone on.
 */
public final class SlowSource extends LinkedBlockingQueue<String> {
    private static final long serialVersionUID = 1;

    private final transient Stage stage;
    private volatile boolean isTaken;
    private transient volatile Caller<?> stopper;
    private transient volatile Boolean isAwaited;

    SlowSource(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String take() throws InterruptedException {
        isTaken = true;
        try {
            return super.take();
        } catch (InterruptedException e) {
            stage.until("somebody to stop this", () -> stopper != null);
            stage.until("who stops this to wait or to go on", () -> stopper.hasEnded() || stopper.isWaiting());
            isAwaited = !stopper.hasEnded();
            throw e;
        }
    }

    /** Waits until a task takes from it. */
    public void awaitTaker() {
        stage.until("a task to take", () -> isTaken);
    }

    /** Claims that this caller waits for the task that it stops. */
    public Verdict isAwaitedBy(Caller<?> caller, String otherwise) {
        stopper = caller;
        stage.until("the task to be stopped", () -> isAwaited != null);
        return Verdict.holdsIf(isAwaited, otherwise);
    }

    void release() {
        add("");
    }
}
