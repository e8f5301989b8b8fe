package dev.heed.runtime;

import java.time.Duration;
import java.util.List;

/** The little of the runtime's loop that the examples call. */
public final class Loop implements AutoCloseable {
    private Loop() {}

    public static Loop virtualTime() {
        return new Loop();
    }

    public static native Loop realTime();

    public native void run(Action action);

    public native Task<Void> spawn(String name, Action action);

    public native List<Task<?>> tasks();

    public void sleep(Duration time) {}

    public native void sleepForever();

    public void checkpoint() {}

    @Override
    public native void close();

    public native void closeNow();
}
