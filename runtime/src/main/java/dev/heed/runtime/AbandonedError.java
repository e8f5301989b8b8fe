package dev.heed.runtime;

/**
 * Ends a task that a closed loop left behind, as Python's {@code GeneratorExit} does: its suspended call throws this, and so does
 * every later one. It is no {@link Exception}, and no program should catch it.
 */
public final class AbandonedError extends Error {
    private static final long serialVersionUID = 1L;

    AbandonedError() {
        super("The loop is closed, and this task was left behind.", null, false, false);
    }
}
