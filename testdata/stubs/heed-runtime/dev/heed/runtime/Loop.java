package dev.heed.runtime;

import java.time.Duration;

/** The little of the runtime's loop that the examples call. */
public final class Loop {
    private Loop() {}

    public static Loop virtualTime() {
        return new Loop();
    }

    public void sleep(Duration time) {}

    public void checkpoint() {}
}
