package dev.heed.verify.scene;

import java.util.Optional;

/** A thread of the scenario that calls the example. */
public final class Caller<T> {
    private final Stage stage;
    private final boolean hasResult;
    private final Thread thread;
    private volatile T result;
    private volatile Throwable failure;

    Caller(Stage stage, Stage.Call<T> call, boolean hasResult) {
        this.stage = stage;
        this.hasResult = hasResult;
        this.thread = new Thread(
                () -> {
                    try {
                        result = call.run();
                    } catch (Throwable thrown) {
                        failure = thrown;
                    }
                },
                "caller");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until it waits in the example. */
    public Waiting inWait() {
        return stage.inWait(thread);
    }

    /** Waits until it waits in the example, and interrupts it there. */
    public Caller<T> interruptInWait() {
        inWait().interrupt();
        return this;
    }

    /** Interrupts it. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Waits until it has ended. */
    public Caller<T> awaitEnd() {
        stage.until("the caller to end", this::hasEnded);
        return this;
    }

    /** Whether it has ended. */
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    /** Whether it waits in the example, undisturbed. */
    public boolean isWaiting() {
        return stage.isWaiting(thread);
    }

    /** Whether a lock keeps it from going on. */
    public boolean isBlocked() {
        return thread.getState() == Thread.State.BLOCKED;
    }

    /** What came back; null, too, if something was thrown, or nothing came back yet. */
    public T result() {
        return result;
    }

    /** What came of the call, in words. */
    public String told(String call) {
        Throwable thrown = failure;
        T returned = result;
        if (thrown != null) {
            return call + " has thrown " + thrown.getClass().getName();
        }
        if (!hasResult) {
            return call + " has returned";
        }
        return call + " has returned " + (returned instanceof String ? "\"" + returned + "\"" : returned);
    }

    /** What was thrown. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
