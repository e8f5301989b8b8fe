package dev.heed.runtime;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** How a loop was set up; see {@link LoopBuilder}. */
record Settings(
        boolean isRealTime,
        Backend backend,
        int platformTasks,
        Schedule schedule,
        Provenance provenance,
        Loop.Closing closing,
        @Nullable LoopListener listener,
        Consumer<Report> reporter,
        LongConsumer afterStep,
        @Nullable Duration watchdog) {}
