import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What generated functions wait for. Heed sees only the class file: methods that may throw InterruptedException, and methods of
 * which nothing is known. At run time one of the points, by number, interrupts.
 */
public final class Points {
    private static final int NOBODY = -1;

    private static int untilInterrupt;
    private static int points;
    private static int choices;
    private static long plan;
    private static Throwable inFlight;
    private static int handler;
    private static boolean isStalled;
    private static int turns;

    /** Ends a run that goes round for ever. */
    private static final class Endless extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Points() {}

    /** Waits as the platform does: throws if the status is set, clearing it, or if the interrupt comes meanwhile. */
    public static void await() throws InterruptedException {
        step();
        if (Thread.interrupted()) {
            isStalled |= handler != NOBODY;
            throw new InterruptedException();
        }
        if (isNext()) {
            InterruptedException interrupt = new InterruptedException();
            inFlight = interrupt;
            throw interrupt;
        }
    }

    /** As await, in a helper: that it gives up is no fact of the function that calls the helper. */
    public static void quiet() throws InterruptedException {
        step();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** A place in front of a poll. */
    public static void at(int line) {
        step();
        if (isNext()) {
            handler = line;
            Thread.currentThread().interrupt();
        }
    }

    /** The start of a handler; only the first that sees the interrupt counts. */
    public static void caught(int line, Throwable caught) {
        step();
        if (caught == inFlight) {
            inFlight = null;
            // A finally on the way may have set the status: that is another story.
            handler = Thread.currentThread().isInterrupted() ? NOBODY : line;
        }
    }

    public static boolean choice() {
        step();
        int bit = choices++;
        return bit < 63 && (plan >> bit & 1) != 0;
    }

    public static int pick() {
        return (choice() ? 1 : 0) + (choice() ? 1 : 0);
    }

    public static void work() {
        step();
    }

    private static boolean isNext() {
        points++;
        return untilInterrupt-- == 0;
    }

    private static void step() {
        if (++turns > 2_000) {
            throw new Endless();
        }
    }

    /** A resource whose close waits. */
    public static final class Resource implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            await();
        }
    }

    /**
     * Runs a function with an interrupt at one point.
     *
     * @return the line of the handler or poll that saw it (or -1), what became of it, how many points and choices there were
     */
    public static Object[] run(Method function, int interruptAt, long choicePlan) throws IllegalAccessException {
        untilInterrupt = interruptAt;
        plan = choicePlan;
        points = 0;
        choices = 0;
        turns = 0;
        inFlight = null;
        isStalled = false;
        handler = NOBODY;
        Thread.interrupted();
        Throwable thrown = null;
        try {
            function.invoke(null);
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        }
        boolean status = Thread.interrupted();
        String fate;
        if (thrown instanceof Endless || turns > 2_000) {
            fate = "ENDLESS";
        } else if (isStalled) {
            fate = "STALLED";
        } else if (thrown instanceof InterruptedException) {
            fate = "PROPAGATED";
        } else if (status) {
            fate = "RESTORED";
        } else {
            fate = thrown == null ? "LOST" : "CONVERTED";
        }
        return new Object[] {handler, fate, points, choices};
    }
}
