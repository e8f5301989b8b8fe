package dev.heed.runtime;

import java.time.Duration;
import java.util.List;

/** Says who waits for whom. */
final class Waiters {
    private Waiters() {}

    static String describe(List<Task<?>> tasks, Duration time) {
        StringBuilder text =
                new StringBuilder("Deadlock at t=" + Times.exact(time) + ": nothing is ready, and no timer runs.");
        for (Task<?> task : tasks) {
            text.append("\n  ").append(line(task));
        }
        return text.toString();
    }

    static String line(Task<?> task) {
        Promise<?> promise = task.waiting();
        return task + (promise == null ? " is ready" : " waits for " + promise);
    }
}
