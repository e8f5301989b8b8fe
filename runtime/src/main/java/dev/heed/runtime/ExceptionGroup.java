package dev.heed.runtime;

import java.util.List;

/** Several failures at once, as a group of tasks raises them (Python's {@code ExceptionGroup}, PEP 654). */
public final class ExceptionGroup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Throwable> failures;

    ExceptionGroup(String message, List<? extends Throwable> failures) {
        super(message + ": " + failures);
        this.failures = List.copyOf(failures);
        for (Throwable failure : failures) {
            addSuppressed(failure);
        }
    }

    /** The failures, in the order in which they came. */
    public List<Throwable> failures() {
        return failures;
    }
}
