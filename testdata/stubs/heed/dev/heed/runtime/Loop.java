package dev.heed.runtime;

import java.time.Duration;
import java.util.List;

/** Just enough for the examples to compile. */
public final class Loop implements AutoCloseable {
    private Loop() {}

    public static native Loop realTime();

    public native void run(Action action);

    public native Task<Void> spawn(String name, Action action);

    public native List<Task<?>> tasks();

    public native void sleep(Duration time);

    public native void sleepForever();

    @Override
    public native void close();

    public native void closeNow();
}
