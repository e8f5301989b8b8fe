package dev.heed.verify.run;

import org.jspecify.annotations.Nullable;

/** Ends a thread of a run that is over: thrown by its probes, and thrown again by every handler that would keep it. */
final class RunStopped extends Error {
    private static final long serialVersionUID = 1L;

    RunStopped() {
        this(null);
    }

    /** With what the program has caught: where a wait was that nobody ended. */
    RunStopped(@Nullable Throwable caught) {
        super("the run is over", caught, false, false);
    }
}
