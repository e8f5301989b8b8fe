package dev.heed.verify.scene;

import dev.heed.runtime.Loop;
import dev.heed.runtime.Task;
import java.time.Duration;
import java.util.function.Consumer;

/** A task of the reference runtime. */
public final class LoopTask {
    private LoopTask() {}

    /** Has a task begin, cancels it in its first wait, and claims that it ends as cancelled. */
    public static Verdict endsByCancel(Consumer<Loop> body, String otherwise) {
        try (Loop loop = Loop.virtualTime()) {
            Task<Void> task = loop.spawn("task", () -> body.accept(loop));
            boolean isCancelled = loop.run(() -> {
                loop.sleep(Duration.ofMillis(1));
                task.cancel();
                // In virtual time this is no wait for anybody but the task.
                loop.sleep(Duration.ofHours(1));
                return task.isCancelled();
            });
            return Verdict.holdsIf(isCancelled, otherwise);
        }
    }
}
