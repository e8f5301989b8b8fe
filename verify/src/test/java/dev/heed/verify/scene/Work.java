package dev.heed.verify.scene;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A task that is at work: only an interrupt ends it, or the end of the scenario. */
public final class Work implements Runnable, Callable<String>, Supplier<String> {
    private final Stage stage;
    private final CountDownLatch isNeeded = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile boolean hasEnded;

    Work(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void run() {
        get();
    }

    @Override
    public String get() {
        try {
            return call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    @Override
    public String call() throws InterruptedException {
        thread = Thread.currentThread();
        try {
            isNeeded.await();
            return "done";
        } finally {
            hasEnded = true;
        }
    }

    /** Waits until it is at work. */
    public void atWork() {
        stage.until("the task to be at work", () -> waiting().isPresent());
    }

    /** Claims that it ends. */
    public Verdict ends() {
        return stage.either(
                () -> hasEnded,
                () -> waiting().filter(Waiting::isUntouched).isPresent(),
                "The task is still at work: nobody has told it to stop.");
    }

    /** Claims that it has ended, or ends, when this call is over that has begun it. */
    public Verdict endsWith(Stage.Action call) {
        stage.perform(call).awaitEnd();
        return ends();
    }

    /** Interrupts this call that has begun it, and claims that it ends, too. */
    public Verdict endsWithInterrupted(Stage.Action call) {
        Caller<Void> caller = stage.perform(call);
        atWork();
        caller.interruptInWait().awaitEnd();
        return ends();
    }

    /** Claims that it does not end, since nobody has asked it to. */
    public Verdict isLeftAlone() {
        return stage.either(
                () -> waiting().filter(Waiting::isUntouched).isPresent(),
                () -> hasEnded,
                "The task was interrupted, and has not come to its end.");
    }

    private Optional<Waiting> waiting() {
        Thread worker = thread;
        return worker == null
                ? Optional.empty()
                : Waiting.of(stage, worker, frame -> frame.getClassName().equals(Work.class.getName()));
    }

    void release() {
        isNeeded.countDown();
    }
}
