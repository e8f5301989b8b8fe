package dev.heed.verify.run;

import java.util.concurrent.TimeUnit;

/** Sees when all threads of a run wait and none comes to a further point: nothing more will happen by itself. */
final class Rest {
    private final Run run;
    private final ScenarioThread scenario;
    private final boolean evenTimed;
    private long progress = -1;
    private long since = System.nanoTime();

    /** Waits with a time limit count if {@code evenTimed}. */
    Rest(Run run, ScenarioThread scenario, boolean evenTimed) {
        this.run = run;
        this.scenario = scenario;
        this.evenTimed = evenTimed;
    }

    /** To be called again and again: whether all have been at rest for so long. */
    boolean lasts(long millis) {
        long now = System.nanoTime();
        if (run.progress() != progress || !scenario.allWait(evenTimed)) {
            progress = run.progress();
            since = now;
        }
        return now - since >= TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
