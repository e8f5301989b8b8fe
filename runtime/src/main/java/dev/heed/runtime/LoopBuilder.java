package dev.heed.runtime;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Sets up a loop: {@link Loop#builder()}. */
public final class LoopBuilder {
    private static final System.Logger LOG = System.getLogger("dev.heed.runtime");

    private boolean isRealTime;
    private @Nullable Backend backend;
    private int platformTasks = Backend.PLATFORM_TASKS;
    private Schedule schedule = Schedule.fifo();
    private Provenance provenance = Provenance.PLACES;
    private Loop.Closing closing = Loop.Closing.UNTIL_ALL_ENDED;
    private @Nullable LoopListener listener;
    private Consumer<Report> reporter = LoopBuilder::log;
    private LongConsumer afterStep = step -> {};
    private @Nullable Duration watchdog;

    LoopBuilder() {}

    /** Time passes by itself; otherwise it jumps to the next timer. */
    public LoopBuilder realTime() {
        isRealTime = true;
        return this;
    }

    /** The threads to run on. */
    public LoopBuilder backend(Backend threads) {
        backend = threads;
        return this;
    }

    /** How many tasks may live at once on platform threads. */
    public LoopBuilder platformTasks(int most) {
        platformTasks = most;
        return this;
    }

    /** The order of tasks that are ready at once. */
    public LoopBuilder schedule(Schedule order) {
        schedule = order;
        return this;
    }

    /** How much to note of where cancels come from. */
    public LoopBuilder provenance(Provenance detail) {
        provenance = detail;
        return this;
    }

    /** What closing does with tasks that cleanups spawn. */
    public LoopBuilder closing(Loop.Closing how) {
        closing = how;
        return this;
    }

    /** Who is told what happens. */
    public LoopBuilder listener(LoopListener each) {
        listener = each;
        return this;
    }

    /** Who is told what goes wrong; otherwise it is logged. */
    public LoopBuilder reporter(Consumer<Report> each) {
        reporter = each;
        return this;
    }

    /** Is called on the loop after each of its steps, with the step's number from 1: for exploration. */
    public LoopBuilder afterStep(LongConsumer each) {
        afterStep = each;
        return this;
    }

    /** Debug mode: reports a task that keeps the loop from running for so long. */
    public LoopBuilder watchdog(Duration patience) {
        watchdog = patience;
        return this;
    }

    /** Makes the loop. */
    public Loop build() {
        return new Loop(new Settings(
                isRealTime,
                backend == null ? Backend.best() : backend,
                platformTasks,
                schedule,
                provenance,
                closing,
                listener,
                reporter,
                afterStep,
                watchdog));
    }

    private static void log(Report report) {
        LOG.log(System.Logger.Level.WARNING, report.message(), report.failure());
    }
}
