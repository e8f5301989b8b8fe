package dev.heed.verify.run;

/** Ends a thread of a run that is over: thrown by its probes, and thrown again by every handler that would keep it. */
final class RunStopped extends Error {
    private static final long serialVersionUID = 1L;

    RunStopped() {
        super("the run is over", null, false, false);
    }
}
