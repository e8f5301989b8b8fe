package dev.heed.verify.scene;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A thread that was seen in a wait. */
public final class Waiting {
    /** The last moments of a wait may look like the wait: an interrupt is taken before the thread is on its way. */
    private static final int LOOKS = 5;

    /** A wait for a socket looks the same when it is over and its thread has no processor yet. */
    private static final int LOOKS_AT_SOCKET = 300;

    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Set<Thread.State> WAITS = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Stage stage;
    private final Thread thread;
    private final List<StackTraceElement> stack;
    private final int depth;

    private Waiting(Stage stage, Thread thread, List<StackTraceElement> stack, int depth) {
        this.stage = stage;
        this.thread = thread;
        this.stack = stack;
        this.depth = depth;
    }

    /** The wait that this thread is in, if it is in one in code of the examples. */
    static Optional<Waiting> of(Stage stage, Thread thread) {
        return of(stage, thread, stage::isExample);
    }

    static Optional<Waiting> of(Stage stage, Thread thread, Predicate<StackTraceElement> isCaller) {
        List<StackTraceElement> stack = Arrays.asList(thread.getStackTrace());
        for (int i = 1; i < stack.size(); i++) {
            if (isCaller.test(stack.get(i))) {
                Waiting waiting = new Waiting(stage, thread, stack, i);
                return waiting.isSeen() ? Optional.of(waiting) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Interrupts the thread, and claims that this ends its wait. */
    public Verdict endsByInterrupt() {
        interrupt();
        return ends("Interrupted, the thread still waits in " + place() + ".");
    }

    /** The same, where the example interrupts it, in a wait for a socket. */
    public Verdict hearsOf(Stage.Action stop) throws Exception {
        stop.run();
        return stage.either(
                this::hasEnded,
                () -> thread.isInterrupted() && isSeen(LOOKS_AT_SOCKET),
                "Interrupted, the thread still waits in " + place() + ".");
    }

    /** Claims that all of them leave the code that they wait in. */
    public static Verdict allEnd(List<Waiting> threads) {
        return threads.stream()
                .map(Waiting::ends)
                .filter(verdict -> !verdict.holds())
                .findFirst()
                .orElse(new Verdict(true, ""));
    }

    /** Claims that the thread leaves the code that it waits in. */
    public Verdict ends() {
        return ends("The thread still waits in " + place() + ": nobody has told it to stop.");
    }

    /** The same, with a sentence of one's own for where it does not. */
    public Verdict ends(String otherwise) {
        return stage.either(this::hasEnded, this::isUntouched, otherwise);
    }

    /** Whether the thread has left the method that it was seen in. */
    public boolean hasEnded() {
        StackTraceElement caller = stack.get(depth);
        return Arrays.stream(thread.getStackTrace())
                .noneMatch(frame -> frame.getClassName().equals(caller.getClassName())
                        && frame.getMethodName().equals(caller.getMethodName()));
    }

    /** Whether it is still in the same wait, and nobody has interrupted it. */
    public boolean isUntouched() {
        return !thread.isInterrupted() && isSeen(LOOKS) && !thread.isInterrupted();
    }

    /** Where it waits, as in {@code LinkedBlockingQueue.take (line 17)}. */
    public String place() {
        StackTraceElement called = stack.get(depth - 1);
        String type = called.getClassName();
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1) + "." + called.getMethodName()
                + " (line " + stack.get(depth).getLineNumber() + ")";
    }

    /** The thread. */
    public Thread thread() {
        return thread;
    }

    /** Interrupts it. */
    public void interrupt() {
        thread.interrupt();
    }

    private boolean isSeen(int looks) {
        for (int look = 0; look < looks; look++) {
            if (!isSeen()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }

    private boolean isSeen() {
        return (WAITS.contains(thread.getState()) || isInSocket())
                && Arrays.asList(thread.getStackTrace()).equals(stack);
    }

    /** A thread that waits for a socket counts as running. */
    private boolean isInSocket() {
        return stack.get(0).isNativeMethod() && stack.get(0).getClassName().startsWith("sun.nio.ch.");
    }
}
