package dev.heed.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks from time to time whether one task keeps the loop from running, as a blocking call would, and says which. */
final class Watchdog implements AutoCloseable {
    private static final int FRAMES = 12;

    private final Scheduler scheduler;
    private final Duration patience;
    private final @Nullable Thread thread;

    Watchdog(Scheduler scheduler, @Nullable Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience == null ? Duration.ZERO : patience;
        this.thread = patience == null ? null : new Thread(this::watch, "heed-watchdog");
    }

    /** Starts to watch, if the loop was set up so. */
    void start() {
        if (thread != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch() {
        long reported = -1;
        long before = -1;
        try {
            while (true) {
                Thread.sleep(Math.max(1, patience.toMillis()));
                long turn = scheduler.turns();
                Thread holder = scheduler.holder();
                if (turn == before
                        && turn != reported
                        && holder != null
                        && scheduler.agenda().idle() == null) {
                    reported = turn;
                    report(holder);
                }
                before = turn;
            }
        } catch (InterruptedException e) {
            return; // The run is over, and so is this thread.
        }
    }

    private void report(Thread holder) {
        StringBuilder text = new StringBuilder("it has kept the loop for " + Times.exact(patience)
                + " or longer; put what blocks in Loop.blocking(...). It is at:");
        StackTraceElement[] frames = holder.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append("\n    ").append(frames[i]);
        }
        scheduler.report(Report.Kind.LOOP_BLOCKED, scheduler.turnOf() + ": " + text, null);
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
