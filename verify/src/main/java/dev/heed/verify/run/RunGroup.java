package dev.heed.verify.run;

import dev.heed.verify.probe.Sink;
import org.jspecify.annotations.Nullable;

/** The threads of a run, unless they were made elsewhere; says nothing of those that end because the run is over. */
final class RunGroup extends ThreadGroup {
    private final Sink sink;

    RunGroup(Sink sink) {
        super("heed-verify");
        this.sink = sink;
    }

    /** The run that a thread belongs to for good; null if its group is none of these. */
    static @Nullable Sink sinkOf(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof RunGroup own) {
                return own.sink;
            }
        }
        return null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof RunStopped)) {
            super.uncaughtException(thread, thrown);
        }
    }
}
